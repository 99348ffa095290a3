package org.namespan.trainer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.CorpusException;

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

  /** Ends of the names of files with a record on each line. */
  private static final List<String> LINES = List.of(".jsonl", ".ndjson", ".json1");

  /**
   * The format that a file is in: a folder and {@code .ann} is BRAT, and of {@code .json}, {@code
   * .jsonl}, {@code .ndjson} and {@code .json1} the first record tells it that is of any. A {@code
   * .json} without such a record is LABEL-STUDIO. A {@code .gz} at the end of the name is no part
   * of it.
   *
   * @return empty if the name is another
   * @throws CorpusException if a file of JSON lines cannot be read or holds no such record
   * @throws IOException if the disk fails
   */
  public static Optional<TextFormat> detect(Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (Files.isDirectory(file) || name.endsWith(".ann")) {
      return Optional.of(BRAT);
    }
    if (name.endsWith(".json")) {
      Optional<TextFormat> told = Files.exists(file) ? ofRecords(file) : Optional.empty();
      return Optional.of(told.orElse(LABEL_STUDIO));
    }
    if (LINES.stream().noneMatch(name::endsWith)) {
      return Optional.empty();
    }
    Optional<TextFormat> told = ofRecords(file);
    if (told.isEmpty()) {
      throw new CorpusException(
          file,
          0,
          "found no record of a known format",
          "expected one with 'label', 'labels', 'spans', 'entities' or 'ents'",
          "check that the texts are annotated, or choose the format");
    }
    return told;
  }

  private static Optional<TextFormat> ofRecords(Path file) throws IOException {
    AtomicReference<TextFormat> told = new AtomicReference<>();
    JsonRecords records = JsonRecords.of(file);
    try {
      records.forEach(
          record -> {
            told.set(ofRecord(record));
            return told.get() == null;
          });
    } catch (CorpusException e) {
      // Whoever reads the file says what is wrong with it.
    }
    return Optional.ofNullable(told.get());
  }

  /** The format of a record; null if it is of none. */
  private static @Nullable TextFormat ofRecord(JsonRecords.Source record) {
    try {
      JsonValue value = record.parse();
      if (LabelStudioFormat.isTask(value)) {
        return LABEL_STUDIO;
      }
      for (JsonLines format : JSON_LINES) {
        if (format.isRecord(value)) {
          return format;
        }
      }
    } catch (CorpusException e) {
      // A record further down may tell it.
    }
    return null;
  }
}
