package org.namespan.trainer.wordpiece;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as BERT's uncased tokenizer reads it before it looks up pieces (Devlin et al. 2019): without
 * control characters, in lower case, without accents, split at white space, around each punctuation
 * mark and around each Chinese character.
 *
 * <p>{@code words("Café-Bar")} is {@code [cafe, -, bar]}.
 */
final class UncasedText {

  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  private UncasedText() {}

  /** The words of a text, in its order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    withoutAccents(spaced(text))
        .codePoints()
        // Each by itself: Java would write the last sigma of a Greek word otherwise than BERT.
        .map(Character::toLowerCase)
        .forEach(
            c -> {
              if (isWhitespace(c)) {
                end(word, words);
              } else if (isPunctuation(c) || isChinese(c)) {
                end(word, words);
                words.add(Character.toString(c));
              } else {
                word.appendCodePoint(c);
              }
            });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** Without control characters, and with a blank for each white space. */
  private static String spaced(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isWhitespace(c)) {
                spaced.append(' ');
              } else if (c != 0 && c != REPLACEMENT_CHARACTER && !isControl(c)) {
                spaced.appendCodePoint(c);
              }
            });
    return spaced.toString();
  }

  private static String withoutAccents(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isWhitespace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  /** All signs of ASCII that are no letters and digits, and Unicode's punctuation. */
  private static boolean isPunctuation(int c) {
    if ((c >= '!' && c <= '/')
        || (c >= ':' && c <= '@')
        || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~')) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The blocks of CJK ideographs that BERT splits, which are neither all nor only Chinese. */
  private static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= 0x2B820 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
