package org.namespan.trainer.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.io.AtomicFile;

/**
 * The log of a run: what each epoch gave, one per line, as JSON, in UTF-8; an {@link EpochReport},
 * or what stands for it in the run of a classifier.
 */
public final class TrainingLog {

  /** Name of the log in the folder of a run. */
  public static final String FILE_NAME = "training.jsonl";

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Path file;

  private TrainingLog(Path file) {
    this.file = file;
  }

  /** A log that starts anew. */
  public static TrainingLog create(Path file) throws IOException {
    AtomicFile.write(file, temporary -> Files.write(temporary, new byte[0]));
    return new TrainingLog(file);
  }

  /** A log that goes on after {@code epoch}; later lines, of an epoch without checkpoint, go. */
  public static TrainingLog resume(Path file, int epoch) throws IOException {
    List<String> kept = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (epochOf(line) <= epoch) {
          kept.add(line);
        }
      }
    }
    AtomicFile.write(file, temporary -> Files.write(temporary, kept));
    return new TrainingLog(file);
  }

  /**
   * The records of a run, in the order of its epochs; none if it has no log.
   *
   * @param folder of the run
   * @param type of a record
   */
  public static <T extends Record> List<T> read(Path folder, Class<T> type) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    List<T> reports = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        T report = parse(line, type);
        if (report != null) {
          reports.add(report);
        }
      }
    }
    return reports;
  }

  private static int epochOf(String line) {
    Numbered record = parse(line, Numbered.class);
    return record == null ? Integer.MAX_VALUE : record.epoch();
  }

  /** What the records of all runs have in common. */
  private record Numbered(int epoch) {}

  /** Null for the last line of a run that was cut off while writing it. */
  private static <T> @Nullable T parse(String line, Class<T> type) {
    try {
      return GSON.fromJson(line, type);
    } catch (JsonParseException e) {
      return null;
    }
  }

  /** Adds what an epoch gave. */
  public void add(Record report) throws IOException {
    Files.writeString(
        file, GSON.toJson(report) + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }
}
