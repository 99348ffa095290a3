package org.namespan.trainer.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.namespan.model.text.ControlCharacters;

/** JSON of requests, strictly as RFC 8259 has it, and of replies. */
final class Json {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private static final int DEEPEST = 255;

  /** A number that Gson does not take, for it is longer than its buffer. */
  private static final Pattern LONG_NUMBER = Pattern.compile("[-+.eE0-9]{1000}");

  private static final Pattern POSITION = Pattern.compile("line (\\d+) column (\\d+)");

  private Json() {}

  /** JSON in one line. Halves of surrogate pairs, which UTF-8 cannot hold, are escaped. */
  static String write(JsonElement json) {
    String written = GSON.toJson(json);
    for (int i = 0; i < written.length(); i++) {
      if (ControlCharacters.isHalf(written, i)) {
        return escapeHalves(written, i);
      }
    }
    return written;
  }

  private static String escapeHalves(String json, int first) {
    StringBuilder escaped = new StringBuilder(json.length() + 16).append(json, 0, first);
    for (int i = first; i < json.length(); i++) {
      char each = json.charAt(i);
      if (ControlCharacters.isHalf(json, i)) {
        escaped.append("\\u").append(Integer.toHexString(each));
      } else {
        escaped.append(each);
      }
    }
    return escaped.toString();
  }

  /**
   * The text of bytes.
   *
   * @throws RequestException if they are not UTF-8
   */
  static String decode(byte[] utf8) throws RequestException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(utf8);
    try {
      return decoder.decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new RequestException(
          "found bytes that are not UTF-8 at byte " + bytes.position() + ", expected UTF-8");
    }
  }

  /**
   * Parses an object.
   *
   * @throws RequestException if the text is something else; tells where
   */
  static JsonFields parseObject(String json) throws RequestException {
    if (json.isBlank()) {
      throw new RequestException("found an empty body, expected a JSON object");
    }
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST);
    try {
      JsonElement element = read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("second value");
      }
      if (!(element instanceof JsonObject object)) {
        throw new RequestException("found another JSON value, expected an object");
      }
      return new JsonFields(object, "");
    } catch (JsonParseException | IOException | NumberFormatException e) {
      throw new RequestException(whatIsWrong(e, json));
    }
  }

  /** Reads a value as Gson does, but for a member that is there twice, of which Gson takes one. */
  private static JsonElement read(JsonReader reader) throws IOException, RequestException {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          if (object.has(name)) {
            throw new RequestException(
                "found the member "
                    + (object.size() + 1)
                    + " of a JSON object with a name that an earlier one has, expected each once");
          }
          object.add(name, read(reader));
        }
        reader.endObject();
        return object;
      case BEGIN_ARRAY:
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(read(reader));
        }
        reader.endArray();
        return array;
      case NUMBER:
        return new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
      case STRING:
        return new JsonPrimitive(reader.nextString());
      case BOOLEAN:
        return new JsonPrimitive(reader.nextBoolean());
      default:
        reader.nextNull();
        return JsonNull.INSTANCE;
    }
  }

  /** Gson's own message quotes the text, but it has the place. */
  private static String whatIsWrong(Exception cause, String json) {
    if (cause instanceof EOFException) {
      return "found JSON that ends too early, expected an object";
    }
    String message = String.valueOf(cause.getMessage());
    Matcher position = POSITION.matcher(message);
    if (!position.find()) {
      return "found something behind the JSON object, expected one object";
    }
    int line = Integer.parseInt(position.group(1));
    int column = Integer.parseInt(position.group(2));
    String place = " at line " + line + " column " + column;
    if (message.startsWith("Nesting limit")) {
      return "found JSON nested deeper than " + DEEPEST + " levels" + place;
    }
    if (LONG_NUMBER.matcher(json).region(offset(json, line, column), json.length()).lookingAt()) {
      return "found a number of too many digits" + place + ", expected less than a thousand";
    }
    return "found no JSON" + place;
  }

  /** Where a line and a column, as Gson counts them from 1, stand in a text. */
  private static int offset(String json, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = json.indexOf('\n', start) + 1;
    }
    return Math.min(json.length(), start + column - 1);
  }
}
