package org.namespan.model.text;

/**
 * Tells what is written for machines from words: addresses, paths, identifiers, versions,
 * emoticons. Names such as {@code R2-D2}, {@code F-16}, {@code AT&T} and {@code O'Brien} are none
 * of these.
 */
final class Codes {

  private static final int HEX_DIGITS = 6;

  /** Characters of an identifier in which letters and digits take turns, at least. */
  private static final int MIXED = 7;

  /** How often they do. */
  private static final int TURNS = 3;

  /** Letters and digits of a ticket's number at least, as in {@code ABC-123}. */
  private static final int TICKET = 3;

  private Codes() {}

  /** Whether a run without blanks is an address or a path, signs at its edges left out. */
  static boolean isAddress(String text) {
    if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
      return false;
    }
    int at = text.indexOf('@');
    return text.contains("://")
        || text.startsWith("www.")
        || (at > 0 && text.indexOf('.', at) > 0)
        || (text.indexOf('\\') > 0 && text.indexOf('\\') < text.length() - 1)
        || (text.startsWith("/") && text.lastIndexOf('/') > 0)
        || isPath(text)
        || isDotted(text);
  }

  /** {@code src/main/Foo.java}: two slashes, and a sign of a file. */
  private static boolean isPath(String text) {
    int first = text.indexOf('/');
    return first > 0
        && text.lastIndexOf('/') > first
        && Character.isLowerCase(text.charAt(0))
        && (text.indexOf('.', first) > 0 || text.indexOf('_') > 0);
  }

  /** {@code java.util.List}: three words or more, the first of them small. */
  private static boolean isDotted(String text) {
    int dots = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        if (i - start < 2) {
          return false;
        }
        dots++;
        start = i + 1;
      } else if (!Characters.isLetterOrDigit(text.charAt(i)) && "_-$".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return dots > 2 && Character.isLowerCase(text.charAt(0));
  }

  /** Whether a token with a letter in it is no word. */
  static boolean isCode(String token) {
    int signs = 0;
    int digits = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      digits += Character.isDigit(c) ? 1 : 0;
      signs += Characters.isLetterOrDigit(c) ? 0 : 1;
    }
    if (signs == 0) {
      return digits > 0 && (isHexadecimal(token) || isMixed(token));
    }
    return isAddress(token)
        || token.indexOf('_') > 0
        || token.indexOf('=') > 0
        || (token.charAt(0) == '@' && token.length() > 1)
        || token.endsWith("()")
        || isHost(token)
        || (digits > 0
            && (isHexadecimal(token) || isVersion(token) || isTicket(token) || isNumbered(token)));
  }

  /** {@code bwrJSr4yJ92CqT7W}, {@code P4DT8H6M}: in no name letters and digits change so often. */
  private static boolean isMixed(String token) {
    int turns = 0;
    for (int i = 1; i < token.length(); i++) {
      boolean digit = Character.isDigit(token.charAt(i));
      turns += digit == Character.isDigit(token.charAt(i - 1)) ? 0 : 1;
    }
    return turns >= TURNS
        && token.length() >= (Character.isLetter(token.charAt(0)) ? MIXED : 2 * MIXED);
  }

  /** {@code sha256:5f91}, {@code Handler$0}, {@code curl/7.59.0}, {@code core-2.1.jar}. */
  private static boolean isNumbered(String token) {
    if (!Character.isLetter(token.charAt(0))) {
      return false;
    }
    for (int i = 1; i < token.length() - 1; i++) {
      char c = token.charAt(i);
      char next = token.charAt(i + 1);
      if ((c == ':' && Characters.isLetterOrDigit(next))
          || (c == '$' && Character.isDigit(next))
          || ((c == '-' || c == '/') && isDecimal(token, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Digits, a period and a digit. */
  private static boolean isDecimal(String token, int from) {
    int period = from;
    while (period < token.length() && Character.isDigit(token.charAt(period))) {
      period++;
    }
    return period > from
        && period < token.length() - 1
        && token.charAt(period) == '.'
        && Character.isDigit(token.charAt(period + 1));
  }

  /** {@code example.com}. */
  private static boolean isHost(String token) {
    int period = token.lastIndexOf('.');
    return period > 1
        && Character.isLowerCase(token.charAt(period - 1))
        && PeriodRules.isExtension(token.substring(period + 1));
  }

  /** {@code v1.2.3}, {@code 1.2.3-beta}. */
  private static boolean isVersion(String token) {
    int start = token.charAt(0) == 'v' || token.charAt(0) == 'V' ? 1 : 0;
    int i = start;
    int periods = 0;
    while (i < token.length()
        && (Character.isDigit(token.charAt(i)) || (token.charAt(i) == '.' && i > start))) {
      periods += token.charAt(i) == '.' ? 1 : 0;
      i++;
    }
    return periods > 0 && i > start && (i == token.length() || token.charAt(i) == '-');
  }

  /** {@code HADOOP-1234}. */
  private static boolean isTicket(String token) {
    int hyphen = token.indexOf('-');
    if (hyphen < TICKET || token.length() - hyphen <= TICKET) {
      return false;
    }
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (i < hyphen ? !Character.isUpperCase(c) : i > hyphen && !Character.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code 0x1F}, {@code 7f3a9c2e}, {@code 7f3a-9c2e}, {@code 7d:6a:8c}, but not {@code Dec-2003}.
   */
  private static boolean isHexadecimal(String token) {
    boolean marked = token.startsWith("0x");
    int letters = 0;
    boolean mixed = false;
    for (int i = marked ? 2 : 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (!isBetween(c) && Character.digit(c, 16) < 0) {
        return false;
      }
      letters += Character.isLetter(c) ? 1 : 0;
      char before = i > 0 ? token.charAt(i - 1) : '-';
      mixed |=
          !isBetween(c)
              && !isBetween(before)
              && Character.isLetter(c) != Character.isLetter(before);
    }
    return marked || (mixed && token.length() - letters > 1 && token.length() > HEX_DIGITS);
  }

  private static boolean isBetween(char c) {
    return c == '-' || c == ':';
  }

  /** Whether all is an emoticon: eyes, perhaps a nose, and a mouth, as in {@code :-)}. */
  static boolean isFace(String text) {
    int mouth = text.length() - 1;
    boolean nose = mouth == 2 && "-o^'".indexOf(text.charAt(1)) >= 0;
    return (mouth == 1 || nose)
        && ":;=".indexOf(text.charAt(0)) >= 0
        && ")(][|/\\*DPpOo3".indexOf(text.charAt(mouth)) >= 0;
  }
}
