package org.namespan.model.text;

/**
 * What a browser does not show of a text in HTML: tags, comments, scripts and styles. Any name may
 * be that of an element. The time taken grows linearly with the text. For one text.
 */
final class HiddenMarkup {

  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";
  private static final String[] ELEMENTS = {"script", "style"};

  private final String text;

  /** Where the last search for the end of a comment, a script or a style began that found none. */
  private int unendedComment = Integer.MAX_VALUE;

  private final int[] unendedElements = {Integer.MAX_VALUE, Integer.MAX_VALUE};

  HiddenMarkup(String text) {
    this.text = text;
  }

  /** Where the markup ends that the {@code <} at {@code start} begins; {@code start} if none. */
  int end(int start) {
    if (text.startsWith(COMMENT, start)) {
      return commentEnd(start);
    }
    int end = tagEnd(start);
    for (int i = 0; i < ELEMENTS.length && end > start; i++) {
      if (isTagOf(ELEMENTS[i], start + 1)) {
        return elementEnd(i, end);
      }
    }
    return end;
  }

  private int commentEnd(int start) {
    if (start >= unendedComment) {
      return start;
    }
    int end = text.indexOf(COMMENT_END, start + COMMENT.length());
    if (end < 0) {
      unendedComment = start;
      return start;
    }
    return end + COMMENT_END.length();
  }

  /** A letter follows, perhaps behind {@code /} or {@code !}, and no {@code <} before the end. */
  private int tagEnd(int start) {
    int name = start + 1;
    if (name < text.length() && (text.charAt(name) == '/' || text.charAt(name) == '!')) {
      name++;
    }
    if (name >= text.length() || !isAsciiLetter(text.charAt(name))) {
      return start;
    }
    for (int i = name; i < text.length() && text.charAt(i) != '<'; i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      }
    }
    return start;
  }

  /** The end of the tag that closes an element, or of the one that opens it where none does. */
  private int elementEnd(int element, int openEnd) {
    if (openEnd >= unendedElements[element]) {
      return openEnd;
    }
    for (int i = text.indexOf("</", openEnd); i >= 0; i = text.indexOf("</", i + 1)) {
      if (isTagOf(ELEMENTS[element], i + 2) && tagEnd(i) > i) {
        return tagEnd(i);
      }
    }
    unendedElements[element] = openEnd;
    return openEnd;
  }

  private boolean isTagOf(String element, int name) {
    int end = name + element.length();
    return text.regionMatches(true, name, element, 0, element.length())
        && end < text.length()
        && !isAsciiLetter(text.charAt(end));
  }

  private static boolean isAsciiLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
  }
}
