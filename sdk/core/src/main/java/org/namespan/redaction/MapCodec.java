package org.namespan.redaction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes and reads a map as {@link RedactionMap#toBytes} says. */
final class MapCodec {

  private static final String FIRST = "namespan-redaction-map\t1\t";

  private static final int LONGEST_NUMBER = 9;

  private MapCodec() {}

  static byte[] write(RedactionMap map) {
    StringBuilder lines = new StringBuilder(FIRST).append(map.lost());
    // A map that was cut at the end of a line would restore a part and look whole.
    lines.append('\t').append(map.originals().size()).append('\n');
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
    String[] counts =
        lines[0].substring(Math.min(FIRST.length(), lines[0].length())).split("\t", -1);
    if (!lines[0].startsWith(FIRST) || counts.length != 2) {
      throw new IllegalArgumentException(
          "found no redaction map of version 1, expected 'namespan-redaction-map', 1 and two"
              + " numbers in its first line");
    }
    int lost = number(counts[0]);
    int size = number(counts[1]);
    if (lines.length - 2 != size || !lines[lines.length - 1].isEmpty()) {
      throw new IllegalArgumentException(
          "found a redaction map that is not whole, expected "
              + size
              + " lines after its first, each with a line feed at its end; take another copy");
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
    return new RedactionMap(originals, lost);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("found a redaction map that is not UTF-8", e);
    }
  }

  private static int number(String digits) {
    int number = digits.isEmpty() ? -1 : 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean digit = number >= 0 && c >= '0' && c <= '9' && i < LONGEST_NUMBER;
      number = digit ? 10 * number + c - '0' : -1;
    }
    if (number < 0) {
      throw malformed(0, "two numbers from 0");
    }
    return number;
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
