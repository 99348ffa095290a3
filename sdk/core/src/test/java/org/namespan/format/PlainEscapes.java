package org.namespan.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The escape sequences of one token: the page's part "What the network is shown". */
final class PlainEscapes {

  private static final Pattern CODE = Pattern.compile("\\\\u(\\p{XDigit}{4})");
  private static final Pattern BYTE = Pattern.compile("=(\\p{XDigit}{2})");
  private static final Pattern BREAK = Pattern.compile("=(\r\n|[\n\r\u000B\f\u0085\u2028])");

  private static final int FAR = 64;
  private static final int WIDE = 60;

  private final String token;
  private final StringBuilder decoded = new StringBuilder();

  private PlainEscapes(String token) {
    this.token = token;
    for (int i = 0; i < token.length(); ) {
      i = decode(i);
    }
  }

  static String of(String token) {
    return new PlainEscapes(token).decoded.toString();
  }

  /** Writes what begins here; returns where it ends. */
  private int decode(int i) {
    Matcher code = at(CODE, i);
    Matcher lineBreak = at(BREAK, i);
    if (token.startsWith("\\\\", i)) {
      return write("\\\\", i + 2);
    }
    if (token.startsWith("\\\"", i) || token.startsWith("\\'", i)) {
      return write(token.substring(i + 1, i + 2), i + 2);
    }
    if (token.startsWith("\\/", i) && i > 0 && !PlainCopy.isSeparator(token.charAt(i - 1))) {
      return write("/", i + 2);
    }
    if (code.lookingAt()) {
      return write("" + (char) Integer.parseInt(code.group(1), 16), i + 6);
    }
    int blank = "nrt".indexOf(after(i, 1));
    if (token.charAt(i) == '\\' && blank >= 0 && isBlank(i)) {
      return write("\n\r\t".substring(blank, blank + 1), i + 2);
    }
    if (lineBreak.lookingAt() && i > 0 && isSoft(i, lineBreak.end())) {
      return lineBreak.end();
    }
    return decodeUtf8(i);
  }

  private boolean isBlank(int i) {
    char before = after(i, -1);
    boolean goesOn =
        after(i, 1) == 'n'
            && before > ' '
            && !Character.isUpperCase(before)
            && "{}$(\\".indexOf(before) < 0;
    if (Character.isLowerCase(after(i, 2)) && !goesOn) {
      return false;
    }
    int start = i;
    while (start > 0 && i - start < FAR && token.charAt(start - 1) > ' ') {
      start--;
    }
    int end = i;
    while (end < token.length() && end - i < FAR && token.charAt(end) > ' ') {
      end++;
    }
    // A backslash at the end of the run is followed by what is behind it.
    String run = token.substring(start, Math.min(end + 1, token.length()));
    int signs = end - start;
    for (int k = 0; k < signs; k++) {
      char next = k + 1 < run.length() ? run.charAt(k + 1) : 0;
      if (run.charAt(k) == '\\' && "nrtu\"'/".indexOf(next) < 0) {
        return false;
      }
    }
    return !Character.isLowerCase(after(i, 2))
        || IntStream.range(start, end).noneMatch(this::isBehindDrive);
  }

  private boolean isBehindDrive(int colon) {
    return token.startsWith(":\\", colon)
        && Character.isLetter(after(colon, -1))
        && !Character.isLetterOrDigit(after(colon, -2));
  }

  private boolean isSoft(int i, int end) {
    boolean inside = Character.isLetter(after(i, -1)) && Character.isLetter(after(end, 0));
    int line = i;
    while (line > 0 && "\n\r\u000B\f\u0085\u2028".indexOf(token.charAt(line - 1)) < 0) {
      line--;
    }
    return inside || (i - line >= WIDE && after(i, -1) != '=');
  }

  /** A sequence of bytes that UTF-8 has for one code point beyond U+007F. */
  private int decodeUtf8(int i) {
    char c = token.charAt(i);
    boolean misread =
        ("ÃÂâ".indexOf(c) >= 0 || ("ÄÅ".indexOf(c) >= 0 && Character.isLowerCase(after(i, -1))))
            && !(Character.isUpperCase(after(i, -1)) && "«»".indexOf(after(i, 1)) >= 0);
    byte[] bytes = new byte[4];
    int at = i;
    for (int count = 1; count <= bytes.length && (misread || c == '='); count++) {
      int next = misread ? windows(at) : quoted(at);
      if (next < 0x80) {
        break;
      }
      bytes[count - 1] = (byte) next;
      at += misread ? 1 : 3;
      String character = decoded(bytes, count);
      if (character != null) {
        return write(character, at);
      }
    }
    return write(token.substring(i, i + 1), i + 1);
  }

  private static String decoded(byte[] bytes, int count) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, count))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private int quoted(int i) {
    Matcher matcher = BYTE.matcher(token);
    return i < token.length() && matcher.region(i, token.length()).lookingAt()
        ? Integer.parseInt(matcher.group(1), 16)
        : -1;
  }

  private int windows(int i) {
    char c = after(i, 0);
    int place = PlainClean.WINDOWS.indexOf(c);
    return c >= 0x80 && c <= 0xFF ? c : place < 0 ? -1 : 0x80 + place;
  }

  private Matcher at(Pattern pattern, int i) {
    return pattern.matcher(token).region(i, token.length());
  }

  private char after(int i, int chars) {
    return i + chars >= 0 && i + chars < token.length() ? token.charAt(i + chars) : 0;
  }

  private int write(String text, int end) {
    decoded.append(text);
    return end;
  }
}
