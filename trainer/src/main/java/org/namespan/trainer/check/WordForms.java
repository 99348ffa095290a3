package org.namespan.trainer.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers the words of texts by what counts in near copies: letters in lower case, and {@code 0}
 * for all digits up to the next letter. {@code U.S.} and {@code us} are the same word, {@code
 * 3,000} and {@code 12} too; a token without letter or digit is none.
 */
final class WordForms {

  private static final int NONE = -1;

  private final Map<String, Integer> idsByForm = new HashMap<>();

  /** Most tokens were seen before. */
  private final Map<String, Integer> idsByToken = new HashMap<>();

  /** The numbers of the words of a text, without tokens that are none. */
  int[] of(List<String> tokens) {
    int[] words = new int[tokens.size()];
    int count = 0;
    for (String token : tokens) {
      Integer known = idsByToken.get(token);
      int id = known == null ? number(token) : known;
      if (id != NONE) {
        words[count++] = id;
      }
    }
    return Arrays.copyOf(words, count);
  }

  private int number(String token) {
    String form = form(token);
    int id = form.isEmpty() ? NONE : idsByForm.computeIfAbsent(form, key -> idsByForm.size());
    idsByToken.put(token, id);
    return id;
  }

  /** What counts of a token; empty if nothing does. */
  static String form(String token) {
    StringBuilder form = new StringBuilder();
    boolean inNumber = false;
    String lower = token.toLowerCase(Locale.ROOT);
    for (int i = 0, c; i < lower.length(); i += Character.charCount(c)) {
      c = lower.codePointAt(i);
      if (Character.isDigit(c)) {
        if (!inNumber) {
          form.append('0');
        }
        inNumber = true;
      } else if (Character.isLetter(c) || isMark(c)) {
        form.appendCodePoint(c);
        inNumber = false;
      }
    }
    return form.toString();
  }

  /** Vowels of Indic scripts and accents that stand alone are parts of words. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
