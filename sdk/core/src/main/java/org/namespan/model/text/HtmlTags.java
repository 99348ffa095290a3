package org.namespan.model.text;

import java.util.Locale;
import java.util.Set;

/**
 * Finds the tags and comments of HTML and XML. Nothing is searched for further than {@link
 * Markup#FAR} chars, so that the time grows linearly with the text.
 */
final class HtmlTags {

  private static final int LONGEST_NAME = 24;

  /** Chars of a footnote's mark at most. */
  private static final int LONGEST_MARK = 5;

  private static final Set<String> INLINE =
      WordSet.of(
          "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q ref s samp"
              + " small span strike strong sub sup time tt u var wbr");

  private static final Set<String> BLOCK =
      WordSet.of(
          "address article aside blockquote body br button caption center dd div dl dt fieldset"
              + " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img"
              + " input legend li link main meta nav ol option p pre section select summary table"
              + " tbody td textarea tfoot th thead title tr ul");

  /** Elements whose content is left out with them if it is a number or a sign. */
  private static final Set<String> NOTES = WordSet.of("sup sub ref");

  private HtmlTags() {}

  /** Where the tag or comment ends that begins at {@code start}; {@code start} if none. */
  static int end(String text, int start) {
    if (text.startsWith("<!--", start)) {
      int end = text.substring(start, Markup.limit(text, start)).indexOf("-->");
      return end < 0 ? start : start + end + 3;
    }
    if (text.startsWith("<![CDATA[", start)) {
      return start + 9;
    }
    int name = nameStart(text, start);
    int i = nameEnd(text, name);
    if (i == name || (i < text.length() && " \t\n\r/>".indexOf(text.charAt(i)) < 0)) {
      return start;
    }
    String element = text.substring(name, i).toLowerCase(Locale.ROOT);
    int end = closingBracket(text, start, i);
    if (end == start || !isElement(text, element, name, i, end)) {
      return start;
    }
    return NOTES.contains(element) ? noteEnd(text, element, end) : end;
  }

  private static int closingBracket(String text, int start, int from) {
    int limit = Markup.limit(text, start);
    for (int i = from; i < limit && text.charAt(i) != '<'; i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      }
    }
    return start;
  }

  /** One of HTML, one that closes, one with attributes, or one that is closed. */
  private static boolean isElement(String text, String element, int name, int nameEnd, int end) {
    if (INLINE.contains(element)
        || BLOCK.contains(element)
        || NOTES.contains(element)
        || text.charAt(name - 1) == '/'
        || text.startsWith("/>", end - 2)) {
      return true;
    }
    int attribute = text.indexOf('=', nameEnd);
    if (attribute > 0 && attribute < end) {
      return true;
    }
    String closing = "</" + text.substring(name, nameEnd);
    return end == nameEnd + 1 && text.substring(end, Markup.limit(text, end)).contains(closing);
  }

  /** The end of the closing tag of an element, if what it holds is a footnote's mark. */
  private static int noteEnd(String text, String element, int end) {
    String closing = "</" + element + ">";
    int limit = Math.min(text.length(), end + LONGEST_MARK + closing.length());
    int close = text.substring(end, limit).toLowerCase(Locale.ROOT).indexOf(closing);
    if (close <= 0) {
      return end;
    }
    for (int i = end; i < end + close; i++) {
      if (Character.isLetter(text.charAt(i)) && close > 1) {
        return end;
      }
    }
    return end + close + closing.length();
  }

  /**
   * Whether a tag stands between texts rather than inside one: of a block, or between two elements
   * that are not HTML's.
   */
  static boolean isParting(String text, int start, int end) {
    int name = nameStart(text, start);
    String element = text.substring(name, nameEnd(text, name)).toLowerCase(Locale.ROOT);
    boolean meets =
        text.charAt(name - 1) == '/'
            && end + 1 < text.length()
            && text.charAt(end) == '<'
            && Character.isLetter(text.charAt(end + 1));
    return BLOCK.contains(element) || (meets && !INLINE.contains(element));
  }

  private static int nameStart(String text, int start) {
    return text.startsWith("</", start) ? start + 2 : start + 1;
  }

  private static int nameEnd(String text, int from) {
    int i = from;
    while (i < text.length()
        && i < from + LONGEST_NAME
        && text.charAt(i) < 0x80
        && (Characters.isLetterOrDigit(text.charAt(i)) || (i > from && text.charAt(i) == ':'))) {
      i++;
    }
    return i > from && Character.isLetter(text.charAt(from)) ? i : from;
  }
}
