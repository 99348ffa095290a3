package org.namespan.format;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The character references of HTML in a token: the page's part "What the network is shown". */
final class PlainReferences {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:([A-Za-z0-9]{2,8})|#[xX](\\p{XDigit}{1,6})|#(\\d{1,7}));");

  /** HTML's names of U+00A0 to U+00FF. */
  private static final String LATIN =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
      icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
      yacute thorn yuml""";

  private static final Map<String, Integer> NAMED = new HashMap<>();

  static {
    for (String name : LATIN.split("\\s+")) {
      NAMED.put(name, 0xA0 + NAMED.size());
    }
    String others =
        """
        amp & lt < gt > quot " apos ' rsquo ’ lsquo ‘ rdquo ” ldquo “ sbquo ‚ bdquo „ ndash – mdash —
        hellip … bull • dagger † Dagger ‡ trade ™ euro € lsaquo ‹ rsaquo › larr ← rarr → OElig Œ
        oelig œ Scaron Š scaron š Yuml Ÿ prime ′ Prime ″ minus −""";
    String[] pairs = others.split("\\s+");
    for (int i = 0; i < pairs.length; i += 2) {
      NAMED.put(pairs[i], pairs[i + 1].codePointAt(0));
    }
    NAMED.putAll(
        Map.of(
            "ensp", 0x2002, "emsp", 0x2003, "thinsp", 0x2009, "zwnj", 0x200C, "zwj", 0x200D, "lrm",
            0x200E, "rlm", 0x200F));
  }

  private PlainReferences() {}

  /** The reference at a place; it may be of nothing. */
  static Matcher at(String token, int i) {
    return REFERENCE.matcher(token).region(i, token.length());
  }

  /** The code point of a reference that was found; -1 if it is of none. */
  static int codePoint(Matcher found) {
    if (found.group(1) != null) {
      return NAMED.getOrDefault(found.group(1), -1);
    }
    int c =
        found.group(2) != null
            ? Integer.parseInt(found.group(2), 16)
            : Integer.parseInt(found.group(3));
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c >= ' ' && c <= 0x10FFFF && !surrogate ? c : -1;
  }
}
