package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledTextFormats;
import org.namespan.trainer.classifier.corpus.LabelledTextOptions;
import org.namespan.trainer.classifier.corpus.LabelledTextReader;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import picocli.CommandLine.Option;

/** The options that say how files of texts with classes are read. */
final class LabelledTexts {

  /** Above these options on a help page. */
  static final String HEADING = "%nTexts:%n";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Names.LabelledTextFormatNames.class,
      description = {
        "Format of the files: ${COMPLETION-CANDIDATES}. Default: told by their names.",
        "tsv, csv: a text and its label in each row; several labels are parted by |.",
        "jsonl: an object with text and label in each line; several labels are an array.",
        "fasttext: __label__NAME before each text.",
        "folders: a folder of each class, with a file of each text."
      })
  private @Nullable String format;

  @Option(
      names = "--text",
      paramLabel = "COLUMN",
      description =
          "Column of the text, counted from 1, or its name in the first line; of jsonl the name of a"
              + " field. Default: 2, or text.")
  private @Nullable String text;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Column or field of the label. Default: 1, or label.")
  private @Nullable String label;

  /** Reads several files as one corpus. */
  LabelledCorpus read(List<Path> files, boolean severalClasses) throws IOException {
    List<LabelledCorpus> corpora = new ArrayList<>();
    for (Path file : files) {
      corpora.add(read(file, severalClasses, CorpusErrorHandler.FAIL));
    }
    return LabelledCorpus.joined(corpora);
  }

  /** Reads a file. */
  LabelledCorpus read(Path file, boolean severalClasses, CorpusErrorHandler errors)
      throws IOException {
    LabelledTextReader reader =
        format == null ? LabelledTextFormats.detect(file) : LabelledTextFormats.named(format);
    LabelledTextOptions options =
        new LabelledTextOptions(
            Optional.ofNullable(text), Optional.ofNullable(label), severalClasses);
    return reader.read(file, options, errors);
  }
}
