package org.namespan.redaction;

/**
 * How placeholders are written: {@code [LABEL_ID]}, and {@code [LABEL_ID-2]} for the second way in
 * which the same name is written. A label has upper-case letters, letters without case, digits,
 * {@code _} and {@code -}; an id has digits and the letters {@code a} to {@code f}. None can stand
 * inside another or overlap one, since each begins with the only {@code [} that it has.
 */
final class Placeholder {

  /** {@code char}s at most, brackets included. */
  static final int LONGEST = 160;

  static final int LONGEST_LABEL = 64;

  /** That no placeholder begins there. */
  static final int NONE = -1;

  /** That more text would have to be seen. */
  static final int OPEN = -2;

  private Placeholder() {}

  /** A placeholder. */
  static String of(String label, String id, int form) {
    return "[" + label + "_" + id + (form == 1 ? "]" : "-" + form + "]");
  }

  /** Whether a type may be called so in placeholders. */
  static boolean isLabel(String label) {
    for (int i = 0; i < label.length(); i++) {
      if (!isPartOfLabel(label.charAt(i))) {
        return false;
      }
    }
    return !label.isEmpty() && label.length() <= LONGEST_LABEL;
  }

  private static boolean isPartOfLabel(char c) {
    return c == '_'
        || c == '-'
        || (c >= '0' && c <= '9')
        || (Character.isLetter(c) && !Character.isLowerCase(c));
  }

  private static boolean isPartOfId(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /**
   * Where the placeholder ends that begins at an offset, or {@link #NONE}, or {@link #OPEN} if the
   * text ends inside of what may be one.
   */
  static int end(CharSequence text, int offset) {
    if (text.charAt(offset) != '[') {
      return NONE;
    }
    for (int i = offset + 1; i < text.length() && i < offset + LONGEST; i++) {
      char c = text.charAt(i);
      if (c == ']') {
        return isInside(text, offset + 1, i) ? i + 1 : NONE;
      }
      if (!isPartOfLabel(c) && !isPartOfId(c)) {
        return NONE;
      }
    }
    return text.length() - offset < LONGEST ? OPEN : NONE;
  }

  private static boolean isInside(CharSequence text, int from, int to) {
    int underscore = underscore(text, to);
    return underscore > from
        && isLabel(text.subSequence(from, underscore).toString())
        && isIdAndForm(text, underscore + 1, to);
  }

  /** The last before an offset, or the bracket if there is none. */
  private static int underscore(CharSequence text, int to) {
    int i = to - 1;
    while (text.charAt(i) != '_' && text.charAt(i) != '[') {
      i--;
    }
    return text.charAt(i) == '_' ? i : -1;
  }

  private static boolean isIdAndForm(CharSequence text, int from, int to) {
    int dash = idEnd(text, from);
    if (dash == from || dash == to) {
      return dash > from;
    }
    for (int i = dash + 1; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.charAt(dash) == '-' && dash + 1 < to;
  }

  private static int idEnd(CharSequence text, int from) {
    int end = from;
    while (isPartOfId(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Label and id of the placeholder from one offset to another: {@code PERSON_1}. */
  static String stem(CharSequence text, int start, int end) {
    int id = underscore(text, end - 1) + 1;
    return text.subSequence(start + 1, idEnd(text, id)).toString();
  }
}
