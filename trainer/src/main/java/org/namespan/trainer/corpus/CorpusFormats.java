package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The corpus formats that can be read, by name and by the names of files. A new format is a new
 * {@link CorpusReader} and its line here.
 *
 * <pre>{@code
 * Corpus corpus = CorpusFormats.read(Path.of("ner_dataset.csv.gz"));
 * Corpus other =
 *     CorpusFormats.named("conll").read(file, ReaderOptions.DEFAULT.withScheme(CorpusScheme.IOB1));
 * }</pre>
 */
public final class CorpusFormats {

  /** For every file whose name stands for no other format. */
  static final CorpusReader CONLL = new ColumnReader();

  private static final List<CorpusReader> READERS =
      List.of(CONLL, new Iob2Reader(), new GmbCsvReader());

  private CorpusFormats() {}

  /** The names of all formats: {@code [CONLL, IOB2, GMB]}. */
  public static List<String> names() {
    return READERS.stream().map(CorpusReader::name).toList();
  }

  /**
   * The reader of a format.
   *
   * @param name in upper or lower case
   * @throws IllegalArgumentException if there is no such format
   */
  public static CorpusReader named(String name) {
    for (CorpusReader reader : READERS) {
      if (reader.name().equalsIgnoreCase(name)) {
        return reader;
      }
    }
    throw new IllegalArgumentException(
        "expected one of " + names() + " (case-insensitive) but was '" + name + "'");
  }

  /**
   * The reader that a file's name stands for, apart from a {@code .gz} at its end: {@code .csv} is
   * GMB, {@code .iob2} and {@code .conllu} are IOB2, everything else is CONLL. The file is not
   * opened.
   */
  public static CorpusReader detect(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - 3);
    }
    for (CorpusReader reader : READERS) {
      if (reader.extensions().stream().anyMatch(name::endsWith)) {
        return reader;
      }
    }
    return CONLL;
  }

  /**
   * Reads a file in the format that its name stands for, with the default options.
   *
   * @throws CorpusException if the file is no such corpus
   * @throws IOException if the disk fails
   */
  public static Corpus read(Path file) throws IOException {
    return detect(file).read(file, ReaderOptions.DEFAULT);
  }
}
