package org.namespan.redaction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes and reads a map as {@link RedactionMap#toBytes} says. */
final class MapCodec {

  private static final String FIRST = "namespan-redaction-map\t1\t";

  private MapCodec() {}

  static byte[] write(RedactionMap map) {
    StringBuilder lines = new StringBuilder(FIRST).append(map.lost()).append('\n');
    for (Map.Entry<String, String> each : map.originals().entrySet()) {
      escape(each.getKey(), lines);
      lines.append('\t');
      escape(each.getValue(), lines);
      lines.append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void escape(String text, StringBuilder lines) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int type = Character.getType(codePoint);
      if (codePoint == '\\') {
        lines.append("\\\\");
      } else if (type == Character.CONTROL
          || type == Character.SURROGATE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        lines.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          lines.append(Character.forDigit((codePoint >> shift) & 15, 16));
        }
      } else {
        lines.appendCodePoint(codePoint);
      }
    }
  }

  static RedactionMap read(byte[] bytes) {
    String[] lines = text(bytes).split("\n", -1);
    if (!lines[0].startsWith(FIRST) || !lines[lines.length - 1].isEmpty()) {
      throw new IllegalArgumentException(
          "found no whole redaction map of version 1, expected 'namespan-redaction-map', 1 and a"
              + " number in its first line and a line feed at its end");
    }
    Map<String, String> originals = new LinkedHashMap<>();
    for (int i = 1; i < lines.length - 1; i++) {
      int tab = lines[i].indexOf('\t');
      if (tab < 1 || lines[i].indexOf('\t', tab + 1) >= 0) {
        throw malformed(i, "two parts with a tab between them, the first not empty");
      }
      String key = unescape(lines[i].substring(0, tab), i);
      if (originals.put(key, unescape(lines[i].substring(tab + 1), i)) != null) {
        throw malformed(i, "a placeholder that stands in no line before");
      }
    }
    return new RedactionMap(originals, lost(lines[0].substring(FIRST.length())));
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("found a redaction map that is not UTF-8", e);
    }
  }

  private static int lost(String number) {
    try {
      int lost = Integer.parseInt(number);
      if (lost >= 0) {
        return lost;
      }
    } catch (NumberFormatException e) {
      // Told below, without what was found.
    }
    throw malformed(0, "a number of places from 0");
  }

  private static String unescape(String written, int line) {
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (written.startsWith("\\\\", i)) {
        text.append('\\');
        i++;
      } else {
        text.append((char) hexadecimal(written, i, line));
        i += 5;
      }
    }
    return text.toString();
  }

  private static int hexadecimal(String written, int at, int line) {
    int value = written.startsWith("\\u", at) && at + 6 <= written.length() ? 0 : -1;
    for (int i = at + 2; value >= 0 && i < at + 6; i++) {
      int digit = Character.digit(written.charAt(i), 16);
      value = digit < 0 ? -1 : (value << 4) | digit;
    }
    if (value < 0) {
      throw malformed(line, "after a backslash another, or u and four hexadecimal digits");
    }
    return value;
  }

  private static IllegalArgumentException malformed(int line, String expected) {
    return new IllegalArgumentException(
        "line " + (line + 1) + " of the redaction map is malformed, expected " + expected);
  }
}
