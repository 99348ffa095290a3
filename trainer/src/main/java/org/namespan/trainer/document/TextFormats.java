package org.namespan.trainer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.TextFile;

/**
 * The formats of annotated text with offsets of characters, by name and by what a file looks like.
 * A new format is a new {@link TextFormat} and its line here.
 */
public final class TextFormats {

  private static final TextFormat LABEL_STUDIO = LabelStudioFormat.annotations();
  private static final TextFormat BRAT = new BratFormat();

  /** In the order in which a line is tried: what tells more comes first. */
  private static final List<JsonLines> JSON_LINES =
      List.of(new DoccanoFormat(), new ProdigyFormat(), new SpacyFormat());

  private static final List<TextFormat> FORMATS =
      List.of(
          JSON_LINES.get(0),
          JSON_LINES.get(1),
          JSON_LINES.get(2),
          LABEL_STUDIO,
          LabelStudioFormat.predictions(),
          BRAT);

  private TextFormats() {}

  /**
   * The names of all formats: {@code [DOCCANO, PRODIGY, SPACY, LABEL-STUDIO,
   * LABEL-STUDIO-PREDICTIONS, BRAT]}.
   */
  public static List<String> names() {
    return FORMATS.stream().map(TextFormat::name).toList();
  }

  /** The format of a name in upper or lower case; empty if there is none. */
  public static Optional<TextFormat> named(String name) {
    return FORMATS.stream().filter(format -> format.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The format that a file is in: a folder and {@code .ann} is BRAT, {@code .json} is LABEL-STUDIO,
   * and of {@code .jsonl} and {@code .ndjson} the first line tells it. A {@code .gz} at the end of
   * the name is no part of it.
   *
   * @return empty if neither name nor line tell one
   * @throws CorpusException if a file of JSON lines cannot be read
   * @throws IOException if the disk fails
   */
  public static Optional<TextFormat> detect(Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (Files.isDirectory(file) || name.endsWith(".ann")) {
      return Optional.of(BRAT);
    }
    if (name.endsWith(".json")) {
      return Optional.of(LABEL_STUDIO);
    }
    if (!name.endsWith(".jsonl") && !name.endsWith(".ndjson")) {
      return Optional.empty();
    }
    return TextFile.read(file, CorpusException::new)
        .decodeUtf8()
        .lines()
        .flatMap(line -> ofLine(line, file).stream())
        .findFirst();
  }

  private static Optional<TextFormat> ofLine(String line, Path file) {
    try {
      JsonValue value = JsonValue.parse(line, file, 0);
      for (JsonLines format : JSON_LINES) {
        if (format.isRecord(value)) {
          return Optional.of(format);
        }
      }
    } catch (CorpusException e) {
      // A line further down may tell it.
    }
    return Optional.empty();
  }
}
