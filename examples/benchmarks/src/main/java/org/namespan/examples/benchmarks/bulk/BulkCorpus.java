package org.namespan.examples.benchmarks.bulk;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.namespan.trainer.io.InputFile;
import org.namespan.trainer.io.Utf8Reader;

/**
 * A large file of JSON lines. Each is a text with its number in a field {@code id}, but each
 * thousandth, which is broken.
 */
final class BulkCorpus {

  private static final int BROKEN = 1000;

  /** As many lines of the text are repeated. */
  private static final int TEXTS = 200_000;

  private final List<String> texts;

  private BulkCorpus(List<String> texts) {
    this.texts = texts;
  }

  /** Reads the texts that are repeated: the lines of a file, plain or gzip, blank ones left out. */
  static BulkCorpus read(Path file) throws IOException {
    InputFile input =
        new InputFile(
            file,
            "a text file, plain or gzip",
            (path, line, found, expected, remedy) ->
                new IOException(path + ": " + found + ", " + expected + "; " + remedy));
    List<String> texts = new ArrayList<>();
    try (BufferedReader reader = Utf8Reader.of(input.unpack(input.open()))) {
      String line = reader.readLine();
      while (line != null && texts.size() < TEXTS) {
        if (!line.isBlank()) {
          texts.add(line);
        }
        line = reader.readLine();
      }
    }
    return new BulkCorpus(texts);
  }

  /** Whether the line of a number, from 1, is broken. */
  static boolean isBroken(long number) {
    return number % BROKEN == 0;
  }

  /** The text of a line that is not broken. */
  String text(long number) {
    return texts.get((int) ((number - 1) % texts.size()));
  }

  /**
   * Writes lines until the file has a size.
   *
   * @return how many lines
   */
  long write(Path file, long size) throws IOException {
    long number = 0;
    long written = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      while (written < size) {
        number++;
        byte[] line = line(number);
        out.write(line);
        written += line.length;
      }
    }
    return number;
  }

  private byte[] line(long number) {
    JsonObject line = new JsonObject();
    line.addProperty("id", number);
    line.addProperty("body", text(number));
    line.addProperty("weight", new Random(number).nextInt(1000) / 1e3);
    String json = line + "\n";
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    if (!isBroken(number)) {
      return bytes;
    }
    return switch ((int) (number / BROKEN % 4)) {
      case 0 -> json.replaceFirst("}\n$", "\n").getBytes(StandardCharsets.UTF_8);
      case 1 -> json.replace("\"body\"", "\"boby\"").getBytes(StandardCharsets.UTF_8);
      case 2 ->
          ("{\"id\":" + number + ",\"body\":" + number + "}\n").getBytes(StandardCharsets.UTF_8);
      default -> {
        bytes[bytes.length / 2] = (byte) 0xFF;
        yield bytes;
      }
    };
  }

  /** The number of a line. */
  static long number(String json) {
    return JsonParser.parseString(json).getAsJsonObject().get("id").getAsLong();
  }
}
