package org.namespan.trainer.corpus;

/**
 * What to do with a span whose tags do not follow the file's scheme, such as {@code O I-per} in
 * BIO.
 */
public enum RepairPolicy {
  /**
   * The span begins where its first tag stands, as {@code conlleval} reads it: {@code O I-per}
   * becomes {@code O B-per}. Each such span is counted.
   */
  BEGIN,

  /** Its tokens stand outside every span: {@code O I-per} becomes {@code O O}. It is counted. */
  DROP,

  /** Reading ends with a {@link CorpusException} that names file and line. */
  FAIL
}
