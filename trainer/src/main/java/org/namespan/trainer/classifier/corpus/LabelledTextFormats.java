package org.namespan.trainer.classifier.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.namespan.trainer.corpus.CorpusException;

/** The formats of texts with classes. */
public final class LabelledTextFormats {

  private static final List<LabelledTextReader> ALL =
      List.of(
          TableReader.tsv(),
          TableReader.csv(),
          new JsonLinesReader(),
          new FastTextReader(),
          new FolderReader());

  private LabelledTextFormats() {}

  /** Their names in options. */
  public static List<String> names() {
    return ALL.stream().map(LabelledTextReader::name).toList();
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LabelledTextReader named(String name) {
    return ALL.stream()
        .filter(reader -> reader.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("format '" + name + "', expected one of " + names()));
  }

  /**
   * The format of a file, by its name; {@code .gz} at its end counts for nothing.
   *
   * @throws CorpusException if none has such names
   */
  public static LabelledTextReader detect(Path file) throws CorpusException {
    for (LabelledTextReader reader : ALL) {
      if (reader.isFormatOf(file)) {
        return reader;
      }
    }
    throw new CorpusException(
        file,
        0,
        "found a name that tells no format",
        "expected .tsv, .csv, .jsonl or .txt, plain or with .gz, or a folder of folders",
        "choose the format by --format");
  }

  static boolean hasExtension(Path file, String extension) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.endsWith(extension);
  }
}
