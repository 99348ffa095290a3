package org.namespan.trainer.document;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.TextFile;

/**
 * The records of a JSON file: one on each line, or the elements of one array over any number of
 * lines. A file that begins with an array of strings has records on lines, {@code ["Ann left", {}]}
 * for example.
 */
final class JsonRecords {

  private final Path file;
  private final TextFile content;
  private final String text;

  private JsonRecords(Path file, TextFile content, String text) {
    this.file = file;
    this.content = content;
    this.text = text;
  }

  /** Reads a file in UTF-8, plain or gzip. */
  static JsonRecords of(Path file) throws IOException {
    TextFile content = TextFile.read(file, CorpusException::new);
    return new JsonRecords(file, content, content.decodeUtf8());
  }

  /** Parses a record when it is asked for. */
  @FunctionalInterface
  interface Source {
    /** Returns the record, or says that its line holds none. */
    JsonValue parse() throws CorpusException;
  }

  /** Takes one record. */
  @FunctionalInterface
  interface Handler {
    /** Takes the record; tells whether to go on. */
    boolean accept(Source record) throws IOException;
  }

  /**
   * Gives the records in order, without blank lines.
   *
   * @throws CorpusException if an array is no JSON; of lines, {@link Source#parse} says so
   */
  void forEach(Handler handler) throws IOException {
    if (isArray()) {
      forEachElement(handler);
    } else {
      forEachLine(handler);
    }
  }

  /** Whether it is an array whose first element is no string. */
  boolean isArray() {
    int bracket = nextVisible(0);
    if (bracket == text.length() || text.charAt(bracket) != '[') {
      return false;
    }
    int first = nextVisible(bracket + 1);
    return first == text.length() || text.charAt(first) != '"';
  }

  private int nextVisible(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void forEachLine(Handler handler) throws IOException {
    boolean[] ended = new boolean[1];
    content.forEachLine(
        (line, number) -> {
          if (!ended[0] && !line.isBlank()) {
            ended[0] = !handler.accept(() -> JsonValue.parse(line, file, number));
          }
        });
  }

  private void forEachElement(Handler handler) throws IOException {
    LineReader lines = new LineReader(text);
    try (JsonReader reader = new JsonReader(lines)) {
      reader.setStrictness(Strictness.STRICT);
      reader.beginArray();
      while (reader.hasNext()) {
        int line = lines.line();
        JsonValue element = new JsonValue(JsonParser.parseReader(reader), "", file, line);
        if (!handler.accept(() -> element)) {
          return;
        }
      }
      reader.endArray();
      JsonValue.requireEnd(reader);
    } catch (CorpusException e) {
      throw e;
    } catch (JsonParseException | IOException e) {
      throw JsonValue.malformed(e, file, lines.line());
    }
  }
}
