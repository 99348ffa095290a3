package org.namespan.model.text;

/**
 * Stated rules for the places between letters and signs of a pre-token at which a model learned
 * from news errs in other text. They go by the word boundaries of Unicode Standard Annex 29, but
 * leave whole what a writer means as one: {@code R2-D2}, {@code U.S.}, {@code AT&T}, {@code
 * O'Brien}, {@code 5,000}, {@code 10:30}, emoticons, addresses.
 */
final class SignRules {

  /** What a rule says of a place. */
  enum Answer {
    BOUNDARY,
    WHOLE,
    /** The model decides. */
    OPEN
  }

  /** Signs that one or two letters keep, as {@code C++}, {@code C#} and {@code A-} do. */
  private static final String ATTACHED = "+#-&%$<";

  private static final int ATTACHED_LETTERS = 2;
  private static final String CLOSING = "\"')]}>*_~,;:!?=^|\\/@";
  private static final String ENDING = ".!?";
  private static final String ARROWS = "-=<>:~|";
  private static final String BRACKETS = "()[]{}<>";

  /** Letters of a capitalised word at least that ends a sentence rather than being cut short. */
  private static final int PLAIN = 5;

  /** Letters of a word in small letters at least that does. */
  private static final int SMALL = 2;

  /** Digits of a number at least that ends a sentence rather than counting the items of a list. */
  private static final int NUMBER = 3;

  private final String text;

  /** The first letter or digit, and the end of the last. */
  private final int first;

  private final int last;

  private final boolean isAddress;
  private final boolean isContracted;
  private final boolean isFace;
  private final InnerSigns inner;

  SignRules(String preToken) {
    this.text = preToken;
    int from = 0;
    while (from < text.length() && !isWordChar(from)) {
      from++;
    }
    int to = text.length();
    while (to > from && !isWordChar(to - 1)) {
      to--;
    }
    this.first = from;
    this.last = to;
    boolean mayBeAddress = false;
    boolean mayBeContracted = false;
    for (int i = 0; i < last; i++) {
      char c = text.charAt(i);
      mayBeAddress |= c == '/' || c == '@' || c == '\\' || c == '.';
      mayBeContracted |= c == '\'';
    }
    this.inner = new InnerSigns(text, last);
    this.isAddress = mayBeAddress && Codes.isAddress(text.substring(addressStart(), last));
    this.isContracted = mayBeContracted && hasInnerApostrophe();
    this.isFace = text.length() < 4 && Codes.isFace(text);
  }

  /** A path begins with its slash. */
  private int addressStart() {
    return first > 0 && text.charAt(first - 1) == '/' ? first - 1 : first;
  }

  /** What there is from the first letter or digit to the last, or from an apostrophe before. */
  String core() {
    return text.substring(coreStart(), last);
  }

  int coreStart() {
    return first > 0 && text.charAt(first - 1) == '\'' && !opensQuote(first - 1)
        ? first - 1
        : first;
  }

  /**
   * Whether the place before {@code i} is inside a word with an apostrophe, such as {@code don't},
   * which a model may part where it likes.
   */
  boolean isContraction(int i) {
    return isContracted
        && i > coreStart()
        && i < last
        && (isContractionChar(i - 1) && isContractionChar(i))
        && !isInCapitals(i);
  }

  /**
   * The hyphen between two words that stands before or behind the place, {@code well-known}: it is
   * a token of its own or none. -1 if there is none.
   */
  int hyphen(int i) {
    int hyphen = text.charAt(i) == '-' ? i : i - 1;
    boolean found = text.charAt(hyphen) == '-' && isWordChar(hyphen - 1) && isWordChar(hyphen + 1);
    return found ? hyphen : -1;
  }

  private boolean isContractionChar(int i) {
    return isWordChar(i) || text.charAt(i) == '\'';
  }

  /** Whether the place belongs to a {@code 'S} in capitals, which corpora rarely have. */
  private boolean isInCapitals(int i) {
    return i >= last - 2 && inner.isPossessiveInCapitals();
  }

  private boolean hasInnerApostrophe() {
    int i = text.indexOf('\'', first > 0 ? first - 1 : 0);
    while (i >= 0 && i < last) {
      if (isLetter(i + 1) && (isLetter(i - 1) || i == coreStart())) {
        return true;
      }
      i = text.indexOf('\'', i + 1);
    }
    return false;
  }

  /** What is true of the place before {@code i}, neither the start of the pre-token nor its end. */
  Answer at(int i) {
    if (first == last || isFace) {
      return isFace || isShout() ? Answer.WHOLE : betweenSigns(i);
    }
    if (i <= first) {
      return atOpening(i);
    }
    if (i >= last) {
      return atClosing(i);
    }
    return isAddress ? Answer.WHOLE : inner.at(i);
  }

  /** Where there is no letter or digit. */
  private Answer betweenSigns(int i) {
    if (ARROWS.indexOf(text.charAt(i - 1)) >= 0 && ARROWS.indexOf(text.charAt(i)) >= 0) {
      return Answer.WHOLE;
    }
    boolean bracket =
        BRACKETS.indexOf(text.charAt(i - 1)) >= 0 || BRACKETS.indexOf(text.charAt(i)) >= 0;
    return bracket && text.charAt(0) != text.charAt(1) ? Answer.BOUNDARY : Answer.OPEN;
  }

  /** Before the first letter or digit. */
  private Answer atOpening(int i) {
    char sign = text.charAt(i - 1);
    if (i < first && text.charAt(i) == sign) {
      return Answer.OPEN;
    }
    switch (sign) {
      case '\'':
        return opensQuote(i - 1) ? Answer.BOUNDARY : Answer.OPEN;
      case '#':
        return i == first && isLetter(first) ? Answer.BOUNDARY : Answer.OPEN;
      case '$':
        return isDigit(i) ? Answer.BOUNDARY : Answer.OPEN;
      case '.':
        return text.startsWith("..", i - 2) || isCapitalisedWord() ? Answer.BOUNDARY : Answer.OPEN;
      case '/':
        return isAddress ? Answer.WHOLE : Answer.BOUNDARY;
      case '@':
      case '&':
      case '%':
        return isCapitalisedWord() && sign != '@' ? Answer.BOUNDARY : Answer.OPEN;
      default:
        return Characters.isExtending(sign) ? Answer.OPEN : Answer.BOUNDARY;
    }
  }

  private boolean isCapitalisedWord() {
    return Character.isUpperCase(text.charAt(first))
        && first + 1 < last
        && Character.isLowerCase(text.charAt(first + 1));
  }

  /** Whether an apostrophe before the first letter is a quotation mark, rather than {@code 's}. */
  private boolean opensQuote(int i) {
    return i + 1 == first
        && Character.isUpperCase(text.charAt(first))
        && last - first > 2
        && !Quotes.isElision(text.substring(first, last));
  }

  /** After the last letter or digit. */
  private Answer atClosing(int i) {
    char previous = text.charAt(i - 1);
    char sign = text.charAt(i);
    if (sign == '.' && i == last) {
      if (text.startsWith("..", i)) {
        return isAbbreviation() && i + 2 == text.length() ? Answer.WHOLE : Answer.BOUNDARY;
      }
      if (i + 1 == text.length() && isOfName()) {
        return Answer.WHOLE;
      }
      return isWordInCapitals() || isPlainWord() || isCompound() ? Answer.BOUNDARY : Answer.OPEN;
    }
    if (previous == sign) {
      boolean second = i == last + 1 && i + 1 == text.length() && sign == '.';
      return second && isAbbreviation() ? Answer.BOUNDARY : Answer.OPEN;
    }
    if (i > last && ENDING.indexOf(sign) >= 0 && ENDING.indexOf(previous) >= 0) {
      return text.indexOf('!', last) >= 0 || text.indexOf('?', last) >= 0
          ? Answer.WHOLE
          : Answer.OPEN;
    }
    if (isEmoticon(i)) {
      return Answer.OPEN;
    }
    if (inner.isPlural(i)) {
      return Answer.WHOLE;
    }
    if (sign == '/' && isAddress) {
      return Answer.WHOLE;
    }
    if (CLOSING.indexOf(sign) >= 0
        || (sign == '%' && isDigit(i - 1))
        || (ATTACHED.indexOf(sign) >= 0 && i == last && last - first > ATTACHED_LETTERS)) {
      return Answer.BOUNDARY;
    }
    return i > last
            && ((sign == '.' && CLOSING.indexOf(previous) >= 0) || (sign == '-' && previous == '.'))
        ? Answer.BOUNDARY
        : Answer.OPEN;
  }

  /** Whether all is a run of {@code !} and {@code ?}, periods among them or not. */
  private boolean isShout() {
    boolean loud = false;
    for (int i = 0; i < text.length(); i++) {
      if (ENDING.indexOf(text.charAt(i)) < 0) {
        return false;
      }
      loud |= text.charAt(i) != '.';
    }
    return loud;
  }

  /** Whether what goes on from {@code i} to the end has a nose or eyes: {@code :)}. */
  private boolean isEmoticon(int i) {
    int eyes = i;
    while (eyes > last && ":;=-".indexOf(text.charAt(eyes)) < 0) {
      eyes--;
    }
    return i > last
        && ":;=".indexOf(text.charAt(eyes)) >= 0
        && eyes + 1 < text.length()
        && "()[]-*|DPp".indexOf(text.charAt(eyes + 1)) >= 0;
  }

  /** {@code ROME.} rather than {@code U.S.} or {@code INC.}. */
  private boolean isWordInCapitals() {
    for (int i = first; i < last; i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return last - first > 1 && !isAbbreviation();
  }

  private boolean isAbbreviation() {
    return Abbreviations.contains(text.substring(first, last));
  }

  /** {@code ZANU-PF}, {@code TOR-M1}, {@code HIV/AIDS}. */
  private boolean isCompound() {
    int hyphen = Math.max(text.lastIndexOf('-', last - 1), text.lastIndexOf('/', last - 1));
    for (int i = hyphen + 1; i < last; i++) {
      if (Character.isLowerCase(text.charAt(i)) || !isWordChar(i)) {
        return false;
      }
    }
    return hyphen > first;
  }

  /**
   * A word in small letters, or a longer one, that is no abbreviation; a year; after a hyphen too.
   */
  private boolean isPlainWord() {
    int start = Math.max(first, text.lastIndexOf('-', last - 1) + 1);
    boolean digits = isDigit(start);
    for (int i = start + 1; i < last; i++) {
      if (digits ? !isDigit(i) : !Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    int least = digits ? NUMBER : Character.isLowerCase(text.charAt(start)) ? SMALL : PLAIN;
    return last - start >= least && !isAbbreviation();
  }

  /** {@code Gov.}, {@code Corp.}. */
  private boolean isOfName() {
    return Character.isUpperCase(text.charAt(first))
        && Abbreviations.isOfName(text.substring(first, last));
  }

  private boolean isWordChar(int i) {
    return i >= 0 && i < text.length() && Characters.isLetterOrDigit(text.charAt(i));
  }

  private boolean isLetter(int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  private boolean isDigit(int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }
}
