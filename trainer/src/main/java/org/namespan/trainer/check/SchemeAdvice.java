package org.namespan.trainer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusProblem;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.ReaderOptions;

/**
 * A scheme that fits the tags of a file better than the one in which it was read.
 *
 * @param read the scheme that was asked for; empty if it was told by the tags
 * @param better the scheme that fits better
 * @param problems bad lines and malformed spans as the file was read
 * @param problemsThen those in the other scheme
 */
public record SchemeAdvice(
    Optional<CorpusScheme> read, CorpusScheme better, int problems, int problemsThen) {

  /**
   * The simplest scheme comes first: a file that is well-formed in IOB1 and in BIO is BIO; IO,
   * which takes the most, is the last resort.
   */
  private static final List<CorpusScheme> CANDIDATES =
      List.of(
          CorpusScheme.BIO,
          CorpusScheme.IOB1,
          CorpusScheme.BILOU,
          CorpusScheme.BIOES,
          CorpusScheme.IO);

  /**
   * Reads a file in every scheme, if there is reason to: problems in more than half of its spans.
   *
   * @param problems as it was read
   * @param spans as it was read
   * @return the scheme with the fewest problems, if those are at most a tenth
   */
  static Optional<SchemeAdvice> of(
      Path file, CorpusReader reader, ReaderOptions options, int problems, int spans)
      throws IOException {
    // A pipe cannot be read again.
    if (problems == 0 || 2L * problems <= spans || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    SchemeAdvice best = null;
    for (CorpusScheme scheme : CANDIDATES) {
      if (options.scheme().filter(scheme::equals).isPresent()) {
        continue;
      }
      Counter then = new Counter();
      Corpus corpus = reader.read(file, options.withScheme(scheme), then);
      boolean fits = corpus.spanCount() > 0 && 10L * then.count <= problems;
      if (fits && (best == null || then.count < best.problemsThen)) {
        best = new SchemeAdvice(options.scheme(), scheme, problems, then.count);
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code this looks like BIO, not BILOU: 0 faults instead of 37}. */
  @Override
  public String toString() {
    return "this looks like "
        + better
        + read.map(scheme -> ", not " + scheme).orElse("")
        + ": "
        + problemsThen
        + " faults instead of "
        + problems;
  }

  private static final class Counter implements CorpusErrorHandler {
    private int count;

    @Override
    public void badLine(CorpusProblem problem) {
      count += problem.line() > 0 ? 1 : 0;
    }

    @Override
    public void malformedSpan(CorpusProblem problem) {
      count++;
    }
  }
}
