package org.namespan.format;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The entries of a model file: the page's part "Metadata". Keys are given without their prefix. */
final class PlainMetadata {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private final Map<String, String> entries;

  PlainMetadata(Map<String, String> entries) {
    this.entries = entries;
    if (!Set.of("1", "2", "3", "4", "5", "6").contains(word("format"))) {
      throw new IllegalArgumentException("format version " + word("format"));
    }
  }

  boolean has(String key) {
    return entries.containsKey("namespan." + key);
  }

  String word(String key) {
    String value = entries.get("namespan." + key);
    if (value == null) {
      throw new IllegalArgumentException("no metadata entry namespan." + key);
    }
    return value;
  }

  List<String> list(String key) {
    String value = word(key);
    return value.isEmpty() ? List.of() : Arrays.asList(value.split("\n", -1));
  }

  /** A list of numbers, all 0 if the key is missing. */
  double[] numbers(String key, int size) {
    return has(key)
        ? list(key).stream().mapToDouble(Double::parseDouble).toArray()
        : new double[size];
  }

  String text(String key) {
    return unescaped(word(key));
  }

  List<String> texts(String key) {
    return list(key).stream().map(PlainMetadata::unescaped).toList();
  }

  byte[] bytes(String key) {
    return Base64.getDecoder().decode(word(key));
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              char c = (char) Integer.parseInt(match.group(1), 16);
              return c == '\\' ? "\\\\" : Character.toString(c);
            });
  }
}
