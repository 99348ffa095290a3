package org.namespan.trainer.corpus;

/**
 * Hears what is wrong with a file while it is read, and decides whether reading goes on: where a
 * method returns, it does.
 *
 * <pre>{@code
 * List<CorpusProblem> problems = new ArrayList<>();
 * CorpusErrorHandler errors =
 *     new CorpusErrorHandler() {
 *       public void badLine(CorpusProblem problem) {
 *         problems.add(problem);
 *       }
 *     };
 * Corpus rest = CorpusFormats.detect(file).read(file, ReaderOptions.DEFAULT, errors);
 * }</pre>
 */
public interface CorpusErrorHandler {

  /** Ends the read at the first bad line; what is repaired is counted by the corpus alone. */
  CorpusErrorHandler FAIL = new CorpusErrorHandler() {};

  /**
   * A line cannot be used, or the whole file where the line is 0. If this returns, the sentence
   * that holds the line is left out and reading goes on.
   *
   * @throws CorpusException to end the read, as it does unless overridden
   */
  default void badLine(CorpusProblem problem) throws CorpusException {
    throw problem.toException();
  }

  /**
   * A span is malformed; the {@link RepairPolicy} has repaired it. With {@link RepairPolicy#FAIL}
   * its first bad tag is a {@link #badLine} instead. Does nothing unless overridden.
   */
  default void malformedSpan(CorpusProblem problem) {}

  /**
   * The text of a sentence does not hold its tokens and was left out; the line is that of the first
   * token. Does nothing unless overridden.
   */
  default void unalignedText(CorpusProblem problem) {}

  /**
   * A sentence has another number of columns than the first of its file. It is read all the same,
   * for files may be joined of several; but a token with a space looks so, too. Does nothing unless
   * overridden.
   */
  default void otherColumns(CorpusProblem problem) {}
}
