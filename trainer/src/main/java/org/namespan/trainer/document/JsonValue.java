package org.namespan.trainer.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.namespan.trainer.corpus.CorpusException;

/**
 * A value of a JSON file and where it stands, for messages that say what was found instead of what
 * is needed.
 *
 * @param element the value
 * @param name its place in the record, such as {@code spans[2].start}; empty for the record
 * @param file where it stands
 * @param line the line of the record, counted from 1
 */
record JsonValue(JsonElement element, String name, Path file, int line) {

  /** A number that {@code int} holds; its digits are few, for it comes from outside. */
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

  /**
   * Parses a text that holds one value.
   *
   * @throws CorpusException if it is no JSON, or goes on behind the value
   */
  static JsonValue parse(String json, Path file, int line) throws CorpusException {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonValue value = new JsonValue(JsonParser.parseReader(reader), "", file, line);
      requireEnd(reader);
      return value;
    } catch (JsonParseException | IOException e) {
      throw malformed(e, file, line);
    }
  }

  /**
   * Checks that nothing stands behind the value that was read.
   *
   * @throws IOException if something does
   */
  static void requireEnd(JsonReader reader) throws IOException {
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("found a second value, expected the end");
    }
  }

  /** The failure to show for what Gson refuses; its own message may hold words of the file. */
  static CorpusException malformed(Exception cause, Path file, int line) {
    boolean tooShort = cause instanceof EOFException || cause.getCause() instanceof EOFException;
    return new CorpusException(
        file,
        line,
        tooShort ? "found JSON that ends too early" : "found something that is no JSON",
        "expected a JSON value",
        tooShort ? "export the file again" : "correct it or choose another format");
  }

  /** Whether it is an object that has a value of this name, other than null. */
  boolean has(String key) {
    return element.isJsonObject()
        && element.getAsJsonObject().has(key)
        && !element.getAsJsonObject().get(key).isJsonNull();
  }

  /**
   * The value of this name.
   *
   * @throws CorpusException if this is no object or has none
   */
  JsonValue get(String key) throws CorpusException {
    if (!element.isJsonObject()) {
      throw wrong("an object");
    }
    if (!has(key)) {
      throw new CorpusException(
          file,
          line,
          "found no '" + path(key) + "'",
          "expected one",
          "add it or choose another format");
    }
    return child(element.getAsJsonObject().get(key), path(key));
  }

  /** The value of this name, if there is one. */
  Optional<JsonValue> find(String key) throws CorpusException {
    return has(key) ? Optional.of(get(key)) : Optional.empty();
  }

  /** The first of these names that has a value. */
  Optional<JsonValue> findFirst(String... keys) throws CorpusException {
    for (String key : keys) {
      if (has(key)) {
        return Optional.of(get(key));
      }
    }
    return Optional.empty();
  }

  /**
   * The values of an array.
   *
   * @throws CorpusException if it is none
   */
  List<JsonValue> elements() throws CorpusException {
    if (!element.isJsonArray()) {
      throw wrong("an array");
    }
    List<JsonValue> elements = new ArrayList<>();
    for (JsonElement each : element.getAsJsonArray()) {
      elements.add(child(each, name + "[" + elements.size() + "]"));
    }
    return elements;
  }

  /**
   * The values of an array of a known length.
   *
   * @throws CorpusException if it is none, or has another length
   */
  List<JsonValue> elements(int length) throws CorpusException {
    List<JsonValue> elements = elements();
    if (elements.size() != length) {
      throw wrong("an array of " + length);
    }
    return elements;
  }

  /**
   * The string.
   *
   * @throws CorpusException if it is none
   */
  String string() throws CorpusException {
    if (!isString()) {
      throw wrong("a string");
    }
    return element.getAsString();
  }

  /** Whether it is a string. */
  boolean isString() {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }

  /** Whether it is {@code true}. */
  boolean isTrue() {
    return element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isBoolean()
        && element.getAsBoolean();
  }

  /**
   * The number.
   *
   * @throws CorpusException if it is none, or no integer of at most nine digits
   */
  int integer() throws CorpusException {
    if (!element.isJsonPrimitive()
        || !element.getAsJsonPrimitive().isNumber()
        || !INTEGER.matcher(element.getAsString()).matches()) {
      throw wrong("an integer");
    }
    return Integer.parseInt(element.getAsString());
  }

  /** Says that another kind of value was found. */
  CorpusException wrong(String expected) {
    return new CorpusException(
        file,
        line,
        "found " + kind() + " for " + (name.isEmpty() ? "the record" : "'" + name + "'"),
        "expected " + expected,
        "correct it or choose another format");
  }

  private String kind() {
    if (element.isJsonObject()) {
      return "an object";
    }
    if (element.isJsonArray()) {
      int size = element.getAsJsonArray().size();
      return "an array of " + size;
    }
    if (element.isJsonNull()) {
      return "null";
    }
    if (isString()) {
      return "a string";
    }
    return element.getAsJsonPrimitive().isNumber() ? "a number" : "a truth value";
  }

  private JsonValue child(JsonElement value, String path) {
    return new JsonValue(value, path, file, line);
  }

  private String path(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }
}
