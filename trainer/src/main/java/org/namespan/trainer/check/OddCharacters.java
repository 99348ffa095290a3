package org.namespan.trainer.check;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is odd in the characters of a token. */
final class OddCharacters {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private OddCharacters() {}

  /**
   * Names of what is odd, each once: {@code zero-width U+200B}, {@code soft-hyphen U+00AD}, {@code
   * byte-order-mark U+FEFF}, {@code replacement U+FFFD}, {@code control}, {@code private-use},
   * {@code unassigned} and {@code invisible} with their code points; {@code mixed-scripts}; {@code
   * mojibake}. Empty for a token without.
   */
  static Set<String> of(String token) {
    if (isPrintableAscii(token)) {
      return Set.of();
    }
    Set<String> odd = new TreeSet<>();
    for (int i = 0, c; i < token.length(); i += Character.charCount(c)) {
      c = token.codePointAt(i);
      String name = name(token, i, c);
      if (!name.isEmpty()) {
        odd.add(String.format("%s U+%04X", name, c));
      }
    }
    if (mixesScripts(token)) {
      odd.add("mixed-scripts");
    }
    if (repaired(token).isPresent()) {
      odd.add("mojibake");
    }
    return odd;
  }

  private static boolean isPrintableAscii(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String name(String token, int i, int c) {
    switch (c) {
      case 0xAD:
        return "soft-hyphen";
      case 0xFEFF:
        return "byte-order-mark";
      case 0xFFFD:
        return "replacement";
      case ZERO_WIDTH_NON_JOINER:
      case ZERO_WIDTH_JOINER:
        return joins(token, i) ? "" : "zero-width";
      case 0x200B:
      case 0x2060:
        return "zero-width";
      default:
        break;
    }
    switch (Character.getType(c)) {
      case Character.CONTROL:
        return "control";
      case Character.PRIVATE_USE:
        return "private-use";
      case Character.UNASSIGNED:
        return "unassigned";
      case Character.FORMAT:
        // The flags of Scotland and others are written in tags behind a pictograph.
        return c >= 0xE0020 ? "" : "invisible";
      default:
        return "";
    }
  }

  /** A joiner belongs between pictographs, and into scripts whose letters join. */
  private static boolean joins(String token, int i) {
    if (i == 0 || i + 1 == token.length()) {
      return false;
    }
    int before = token.codePointBefore(i);
    boolean letters =
        Character.isLetter(before) || Character.getType(before) == Character.NON_SPACING_MARK;
    return letters ? before >= 0x600 : before > 0xFF && !Character.isLetterOrDigit(before);
  }

  /** Latin and Cyrillic letters in one token, for many look the same. */
  private static boolean mixesScripts(String token) {
    return token.codePoints().anyMatch(c -> isLetterOf(Character.UnicodeScript.LATIN, c))
        && token.codePoints().anyMatch(c -> isLetterOf(Character.UnicodeScript.CYRILLIC, c));
  }

  private static boolean isLetterOf(Character.UnicodeScript script, int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == script;
  }

  /**
   * The token as it was, if it is UTF-8 that someone read as windows-1252: {@code cafÃ©} was {@code
   * café}. Hardly a word is written in letters of windows-1252 whose bytes are UTF-8.
   */
  static Optional<String> repaired(String token) {
    if (token.chars().noneMatch(c -> c >= 0xC2 && c <= 0xF4)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = token.charAt(i);
      // The five bytes without a letter were often kept as control characters.
      byte[] one = c >= 0x80 && c < 0xA0 ? new byte[] {(byte) c} : encode(c);
      if (one.length != 1) {
        return Optional.empty();
      }
      bytes[i] = one[0];
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.length() < token.length() ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static byte[] encode(char c) {
    try {
      ByteBuffer bytes = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(new char[] {c}));
      byte[] found = new byte[bytes.remaining()];
      bytes.get(found);
      return found;
    } catch (CharacterCodingException e) {
      return new byte[0];
    }
  }

  /** The token with what cannot be seen written as {@code <U+200B>}. */
  static String show(String token) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0, c; i < token.length(); i += Character.charCount(c)) {
      c = token.codePointAt(i);
      boolean visible = c == ' ' || !(name(token, i, c).length() > 0 || isSpace(c));
      if (visible) {
        shown.appendCodePoint(c);
      } else {
        shown.append(String.format("<U+%04X>", c));
      }
    }
    return shown.toString();
  }

  /** Whether there is white space of any kind. */
  static boolean holdsSpace(String token) {
    return token.codePoints().anyMatch(OddCharacters::isSpace);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
