package org.namespan.model.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The character references of HTML that people leave in text: a no-break space or an apostrophe.
 */
final class HtmlEntities {

  /** Chars of a reference at most, {@code &} and {@code ;} included. */
  private static final int LONGEST = 10;

  /** Names of the Latin-1 characters from U+00A0 on, and of some others with their code points. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute"
          + " Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave"
          + " eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml"
          + " divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final String OTHERS =
      "amp 26 lt 3C gt 3E quot 22 apos 27 rsquo 2019 lsquo 2018 rdquo 201D ldquo 201C sbquo 201A"
          + " bdquo 201E ndash 2013 mdash 2014 hellip 2026 bull 2022 dagger 2020 Dagger 2021 trade"
          + " 2122 euro 20AC lsaquo 2039 rsaquo 203A ensp 2002 emsp 2003 thinsp 2009 zwnj 200C zwj"
          + " 200D lrm 200E rlm 200F larr 2190 rarr 2192 OElig 152 oelig 153 Scaron 160 scaron 161"
          + " Yuml 178 prime 2032 Prime 2033 minus 2212";

  private static final Map<String, String> NAMED = named();

  private HtmlEntities() {}

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    int next = 0xA0;
    for (String name : LATIN.split(" ", -1)) {
      named.put(name, Character.toString((char) next++));
    }
    String[] others = OTHERS.split(" ", -1);
    for (int i = 0; i < others.length; i += 2) {
      named.put(others[i], Character.toString((char) Integer.parseInt(others[i + 1], 16)));
    }
    return named;
  }

  /** Where the reference ends that the {@code &} at {@code start} may begin; else {@code start}. */
  static int end(String text, int start) {
    int limit = Math.min(text.length(), start + LONGEST);
    for (int i = start + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i > start + 2 ? i + 1 : start;
      }
      if (!((c < 0x80 && Characters.isLetterOrDigit(c)) || (c == '#' && i == start + 1))) {
        return start;
      }
    }
    return start;
  }

  /** What a reference stands for; null if it is none. */
  static @Nullable String decode(String text, int start, int end) {
    String name = text.substring(start + 1, end - 1);
    if (name.charAt(0) != '#') {
      return NAMED.get(name);
    }
    boolean hexadecimal = name.length() > 2 && (name.charAt(1) | 0x20) == 'x';
    String digits = name.substring(hexadecimal ? 2 : 1).toLowerCase(Locale.ROOT);
    int codePoint = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), hexadecimal ? 16 : 10);
      if (digit < 0 || codePoint > Character.MAX_CODE_POINT) {
        return null;
      }
      codePoint = codePoint * (hexadecimal ? 16 : 10) + digit;
    }
    boolean valid =
        codePoint >= ' '
            && codePoint <= Character.MAX_CODE_POINT
            && Character.getType(codePoint) != Character.SURROGATE;
    return valid ? new String(Character.toChars(codePoint)) : null;
  }
}
