package org.namespan.trainer.classifier.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.TextFile;

/** A format whose every line is a text with its labels; blank lines are left out. */
abstract class LineReader implements LabelledTextReader {

  @Override
  public final LabelledCorpus read(
      Path file, LabelledTextOptions options, CorpusErrorHandler errors) throws IOException {
    LabelledTextCollector collector = new LabelledTextCollector(file, options, errors);
    TextFile.read(file, CorpusException::new)
        .forEachLine(
            (line, number) -> {
              if (!line.isBlank()) {
                accept(line, number, collector);
              }
            });
    return collector.corpus();
  }

  /** Adds the text of a line, or rejects it. */
  abstract void accept(String line, int number, LabelledTextCollector collector)
      throws CorpusException;
}
