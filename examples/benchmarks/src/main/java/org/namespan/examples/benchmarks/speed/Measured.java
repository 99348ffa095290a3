package org.namespan.examples.benchmarks.speed;

/**
 * What figures belong to.
 *
 * @param kind kind of program
 * @param name name of its model; for OpenNLP that of the algorithm
 */
record Measured(Kind kind, String name) {

  /** Kinds of programs that are measured. */
  enum Kind {
    /** A model by NameSpan's public methods. */
    NAMESPAN("NameSpan, %s"),
    /** The same model's graph on ready tensors. */
    BARE_SESSION("bare session, %s"),
    /** A product of matrices of as many multiply-adds. */
    MATRIX_PRODUCT("matrix product, %s"),
    /** OpenNLP's name finder. */
    OPENNLP("OpenNLP %s");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  /** How a row of it is called. */
  String label() {
    return String.format(kind.label, name);
  }
}
