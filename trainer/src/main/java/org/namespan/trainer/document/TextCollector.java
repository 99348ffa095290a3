package org.namespan.trainer.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/** Gathers the records of one file; one that cannot be read does not keep the others from it. */
final class TextCollector {

  private final Path file;
  private final List<WrittenText> texts = new ArrayList<>();
  private final List<CorpusException> broken = new ArrayList<>();
  private int leftOut;

  TextCollector(Path file) {
    this.file = file;
  }

  /** Reads one record. */
  @FunctionalInterface
  interface RecordReader {
    /** Returns the record; empty if it holds no annotation to learn from. */
    Optional<WrittenText> read() throws IOException;
  }

  /** Takes the record that {@code reader} reads, or what is wrong with it. */
  void add(RecordReader reader) throws IOException {
    try {
      Optional<WrittenText> text = reader.read();
      text.ifPresent(texts::add);
      leftOut += text.isEmpty() ? 1 : 0;
    } catch (CorpusException e) {
      broken.add(e);
    }
  }

  /**
   * All records, of which one must be readable.
   *
   * @throws CorpusException if none is, or another unit than {@code chosen}, else {@code usual},
   *     fits the spans better
   */
  TextCorpus corpus(Optional<OffsetUnit> chosen, OffsetUnit usual) throws CorpusException {
    List<AnnotatedText> resolved = new OffsetResolver(chosen, usual).resolve(texts, broken);
    if (resolved.isEmpty() && !broken.isEmpty()) {
      throw broken.get(0);
    }
    if (resolved.isEmpty()) {
      throw new CorpusException(
          file,
          0,
          "found no annotated text",
          "expected at least one",
          "check that this is the right file");
    }
    return new TextCorpus(resolved, leftOut, broken);
  }
}
