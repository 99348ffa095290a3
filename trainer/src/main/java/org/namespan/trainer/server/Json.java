package org.namespan.trainer.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
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

/** JSON of requests, strictly as RFC 8259 has it, and of replies. */
final class Json {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private static final Pattern POSITION = Pattern.compile("line (\\d+) column (\\d+)");

  private Json() {}

  static String write(JsonElement json) {
    return GSON.toJson(json);
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
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("second value");
      }
      if (!(element instanceof JsonObject object)) {
        throw new RequestException("found another JSON value, expected an object");
      }
      return new JsonFields(object, "");
    } catch (JsonParseException | IOException | NumberFormatException e) {
      throw new RequestException(whatIsWrong(e));
    }
  }

  /** Gson's own message quotes the text, but it has the place. */
  private static String whatIsWrong(Exception cause) {
    if (cause instanceof EOFException || cause.getCause() instanceof EOFException) {
      return "found JSON that ends too early, expected an object";
    }
    Matcher position = POSITION.matcher(String.valueOf(cause.getMessage()));
    return position.find()
        ? "found no JSON at line " + position.group(1) + " column " + position.group(2)
        : "found something behind the JSON object, expected one object";
  }
}
