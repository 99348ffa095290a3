package org.namespan.trainer.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What takes the place of an entity: an operator of Presidio's anonymizer with its parameters.
 *
 * @param operator its name
 * @param replacement makes what stands in the text of what stood there
 */
record Anonymizer(String operator, Replacement replacement) {

  /** The names of all operators, sorted. */
  static final List<String> OPERATORS = List.of("hash", "keep", "mask", "redact", "replace");

  private static final Map<String, String> HASHES =
      Map.of("md5", "MD5", "sha256", "SHA-256", "sha512", "SHA-512");

  /** Replaces an entity. */
  @FunctionalInterface
  interface Replacement {
    /** What takes the place of words of a type. */
    String replace(String words, String type);
  }

  /** What is done to types that no anonymizer is named for: {@code <PERSON>}. */
  static Anonymizer byDefault() {
    return new Anonymizer("replace", (words, type) -> "<" + type + ">");
  }

  /**
   * Reads an anonymizer of a request.
   *
   * @throws RequestException if there is no such operator or its parameters are wrong
   */
  static Anonymizer of(JsonFields fields) throws RequestException {
    String operator = fields.string("type");
    return switch (operator) {
      case "replace" -> replace(fields);
      case "redact" -> new Anonymizer(operator, (words, type) -> "");
      case "keep" -> new Anonymizer(operator, (words, type) -> words);
      case "mask" -> mask(fields);
      case "hash" -> hash(fields);
      case "encrypt" ->
          throw new RequestException(
              RequestException.UNPROCESSABLE,
              "found the operator encrypt, which needs a key in each request; expected one of "
                  + OPERATORS
                  + "; POST /redact gives a map that restores a text");
      default ->
          throw new RequestException(
              RequestException.UNPROCESSABLE,
              "found an unknown operator, expected one of " + OPERATORS);
    };
  }

  private static Anonymizer replace(JsonFields fields) throws RequestException {
    if (!fields.has("new_value")) {
      return byDefault();
    }
    String value = fields.string("new_value");
    return new Anonymizer("replace", (words, type) -> value);
  }

  /** Masks characters as Presidio counts them, in code points, whatever offsets count. */
  private static Anonymizer mask(JsonFields fields) throws RequestException {
    String sign = fields.string("masking_char");
    if (sign.codePointCount(0, sign.length()) != 1) {
      throw new RequestException(
          RequestException.UNPROCESSABLE, "found another 'masking_char', expected one character");
    }
    int most = Math.max(0, fields.integer("chars_to_mask"));
    boolean fromEnd = fields.isTrue("from_end");
    return new Anonymizer(
        "mask",
        (words, type) -> {
          int length = words.codePointCount(0, words.length());
          int masked = Math.min(length, most);
          if (fromEnd) {
            return words.substring(0, words.offsetByCodePoints(0, length - masked))
                + sign.repeat(masked);
          }
          return sign.repeat(masked) + words.substring(words.offsetByCodePoints(0, masked));
        });
  }

  private static Anonymizer hash(JsonFields fields) throws RequestException {
    if (fields.has("salt")) {
      throw new RequestException(
          RequestException.UNPROCESSABLE,
          "found '"
              + fields.place()
              + "salt', expected a hash without one; POST /redact by hash takes a secret");
    }
    String algorithm = HASHES.get(fields.string("hash_type", "sha256"));
    if (algorithm == null) {
      throw new RequestException(
          RequestException.UNPROCESSABLE,
          "found another 'hash_type', expected md5, sha256 or sha512");
    }
    return new Anonymizer("hash", (words, type) -> hash(words, algorithm));
  }

  private static String hash(String words, String algorithm) {
    try {
      byte[] utf8 = words.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
