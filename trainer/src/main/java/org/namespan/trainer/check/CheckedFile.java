package org.namespan.trainer.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.CorpusProblem;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.ReaderOptions;
import org.namespan.trainer.corpus.TypeMap;

/**
 * A file that was read past everything that is wrong in it.
 *
 * @param file as the user named it
 * @param corpus the sentences that could be read
 * @param badLines lines that could not be used; their sentences are no part of the corpus
 * @param otherColumns sentences of another number of columns than the first
 * @param malformedSpans spans that were repaired
 * @param unalignedTexts sentences whose text was left out
 * @param advice which scheme fits the tags better than the one they were read in
 */
public record CheckedFile(
    CorpusPart part,
    Path file,
    Corpus corpus,
    List<CorpusProblem> badLines,
    List<CorpusProblem> otherColumns,
    List<CorpusProblem> malformedSpans,
    List<CorpusProblem> unalignedTexts,
    Optional<SchemeAdvice> advice) {

  /**
   * Reads a file.
   *
   * @throws CorpusException if it is missing or no text at all
   * @throws IOException if the disk fails
   */
  public static CheckedFile read(
      CorpusPart part, Path file, CorpusReader reader, ReaderOptions options) throws IOException {
    Collector problems = new Collector();
    Corpus corpus = reader.read(file, options, problems);
    return new CheckedFile(
        part,
        file,
        corpus,
        problems.badLines,
        problems.otherColumns,
        problems.malformedSpans,
        problems.unalignedTexts,
        SchemeAdvice.of(file, reader, options, problems.count(), corpus.spanCount()));
  }

  /**
   * The same with the types of its entities mapped.
   *
   * @throws CorpusException if a type has no rule
   */
  public CheckedFile with(TypeMap map) throws CorpusException {
    return new CheckedFile(
        part,
        file,
        map.apply(corpus),
        badLines,
        otherColumns,
        malformedSpans,
        unalignedTexts,
        advice);
  }

  /** A line of this file. */
  Place place(int line) {
    return new Place(file, line);
  }

  /** Keeps what it hears, and has the reader go on. */
  private static final class Collector implements CorpusErrorHandler {
    private final List<CorpusProblem> badLines = new ArrayList<>();
    private final List<CorpusProblem> otherColumns = new ArrayList<>();
    private final List<CorpusProblem> malformedSpans = new ArrayList<>();
    private final List<CorpusProblem> unalignedTexts = new ArrayList<>();

    /** Those that a line is to blame for. */
    int count() {
      long lines = badLines.stream().filter(problem -> problem.line() > 0).count();
      return (int) lines + malformedSpans.size();
    }

    @Override
    public void badLine(CorpusProblem problem) {
      badLines.add(problem);
    }

    @Override
    public void otherColumns(CorpusProblem problem) {
      otherColumns.add(problem);
    }

    @Override
    public void malformedSpan(CorpusProblem problem) {
      malformedSpans.add(problem);
    }

    @Override
    public void unalignedText(CorpusProblem problem) {
      unalignedTexts.add(problem);
    }
  }
}
