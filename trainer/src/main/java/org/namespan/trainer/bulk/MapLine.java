package org.namespan.trainer.bulk;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.namespan.redaction.RedactionMap;
import org.namespan.trainer.record.JsonText;

/**
 * A redaction map as one line: its text as a JSON string, or its encrypted bytes in Base64. Safe
 * for use by many threads.
 *
 * @param key null for maps that are not encrypted
 */
public record MapLine(@Nullable SecretKey key) {

  /** The line of a map. */
  String write(RedactionMap map) {
    if (key == null) {
      StringBuilder line = new StringBuilder();
      JsonText.append(new String(map.toBytes(), StandardCharsets.UTF_8), line);
      return line.toString();
    }
    try {
      return Base64.getEncoder().encodeToString(map.encrypt(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this Java cannot encrypt with the key", e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none, or the key is another
   */
  RedactionMap read(String line) {
    if (key == null) {
      return RedactionMap.of(unquote(line).getBytes(StandardCharsets.UTF_8));
    }
    try {
      return RedactionMap.decrypt(Base64.getDecoder().decode(line), key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot be decrypted: the key is another, or the line is damaged or not encrypted", e);
    }
  }

  private static String unquote(String line) {
    try {
      if (JsonParser.parseString(line) instanceof JsonPrimitive string && string.isString()) {
        return string.getAsString();
      }
    } catch (JsonParseException e) {
      throw noMap(e);
    }
    throw noMap(null);
  }

  private static IllegalArgumentException noMap(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "found no JSON string, expected the redaction map of one record; an encrypted one needs the"
            + " key",
        cause);
  }
}
