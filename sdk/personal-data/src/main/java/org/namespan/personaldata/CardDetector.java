package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds numbers of payment cards: prefix and length of a network (ISO/IEC 7812), check digit by
 * Luhn, in one piece or in the groups that are printed on cards. Maestro's and Elo's, of wide
 * ranges and of many lengths, in one piece only beside words that tell of a card.
 */
final class CardDetector implements Detector {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;

  /** Years of this century in which cards end, with two digits. */
  private static final int FIRST_YEAR = 20;

  private static final int AFTER_LAST_YEAR = 50;

  /** How many digits stand together, where they are not all in one piece. */
  private static final Set<String> GROUPS =
      new HashSet<>(Arrays.asList("4 4 4 4", "4 4 4 4 3", "4 6 5", "4 6 4", "6 13", "4 4 4"));

  private static final ContextWords CARD =
      new ContextWords(
          "card,cards,maestro,debit,credit,cc,pan,visa,mastercard,karte,kreditkarte,carte,tarjeta,"
              + "carta,cartao,cartão,kaart,kort");

  @Override
  public void find(PlainText text, Findings found) {
    for (int i = 0; i < text.length(); i++) {
      if (PlainText.isDigit(text.at(i)) && NumberBoundary.isStart(text, i)) {
        i = find(text, i, found) - 1;
      }
    }
  }

  /** Adds the longest card that begins at a place; returns where to look for the next. */
  private static int find(PlainText text, int start, Findings found) {
    StringBuilder digits = new StringBuilder(LONGEST);
    StringBuilder groups = new StringBuilder();
    char separator = PlainText.NONE;
    int firstEnd = -1;
    int card = -1;
    int at = start;
    while (true) {
      int end = at;
      while (PlainText.isDigit(text.at(end))) {
        end++;
      }
      firstEnd = firstEnd < 0 ? end : firstEnd;
      if (digits.length() + end - at > LONGEST) {
        break;
      }
      digits.append(text.substring(at, end));
      groups.append(groups.length() == 0 ? "" : " ").append(end - at);
      boolean alone = groups.indexOf(" ") < 0 || GROUPS.contains(groups.toString());
      if (alone
          && NumberBoundary.isEnd(text, start, end)
          && isCard(digits.toString(), text, start, end)
          && !isInList(text, start, end, separator)) {
        card = end;
      }
      char next = text.at(end);
      if ((next != ' ' && next != '-')
          || (separator != PlainText.NONE && separator != next)
          || !PlainText.isDigit(text.at(end + 1))) {
        break;
      }
      separator = next;
      at = end + 1;
    }
    if (card > 0) {
      found.add(PersonalDataType.CARD, start, card);
    }
    return Math.max(firstEnd, card);
  }

  /**
   * Whether four further digits stand behind groups of four: twenty digits are no card. Those of
   * the date until which a card is valid may, and those of another card.
   */
  private static boolean isInList(PlainText text, int start, int end, char separator) {
    int from = end + 1;
    if (separator == PlainText.NONE
        || text.at(end) != separator
        || text.digitsEnd(from, 5) - from != 4
        || PlainText.isWord(text.at(from + 4))
        || CARD.areNear(text, start, end)) {
      return false;
    }
    int first = Integer.parseInt(text.substring(from, from + 2));
    int last = Integer.parseInt(text.substring(from + 2, from + 4));
    boolean date = last >= FIRST_YEAR && last < AFTER_LAST_YEAR && first >= 1 && first <= 12;
    boolean year = first == 20 && last >= FIRST_YEAR && last < AFTER_LAST_YEAR;
    boolean more = text.at(from + 4) == separator && PlainText.isDigit(text.at(from + 5));
    return !date && !year && !more;
  }

  private static boolean isCard(String digits, PlainText text, int start, int end) {
    if (digits.length() < SHORTEST || !CheckDigits.luhn(digits)) {
      return false;
    }
    boolean printed = digits.length() == 16 && end - start > digits.length();
    return isOfNetwork(digits)
        || (isMaestro(digits) && (printed || CARD.areNear(text, start, end)));
  }

  /** Whether prefix and length are those of a network whose cards are told by them. */
  static boolean isOfNetwork(String digits) {
    int two = Integer.parseInt(digits.substring(0, 2));
    int three = Integer.parseInt(digits.substring(0, 3));
    int four = Integer.parseInt(digits.substring(0, 4));
    int six = Integer.parseInt(digits.substring(0, 6));
    switch (digits.length()) {
      case 13:
        return digits.charAt(0) == '4';
      case 14:
        return isDiners(two, three, four);
      case 15:
        return two == 34 || two == 37 || four == 1800 || four == 2131;
      case 16:
      case 17:
      case 18:
      case 19:
        boolean sixteen = digits.length() == 16;
        boolean visa = digits.charAt(0) == '4' && (sixteen || digits.length() == 19);
        boolean mastercard =
            sixteen && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
        boolean discover =
            four == 6011 || (three >= 644 && three <= 659) || (six >= 622126 && six <= 622925);
        boolean others =
            (four >= 3528 && four <= 3589)
                || two == 62
                || two == 81
                || (four >= 2200 && four <= 2204)
                || (sixteen && (two == 60 || two == 82 || four == 9792))
                || isDiners(two, three, four);
        return visa || mastercard || discover || others;
      default:
        return false;
    }
  }

  private static boolean isDiners(int two, int three, int four) {
    return (three >= 300 && three <= 305) || four == 3095 || two == 36 || two == 38 || two == 39;
  }

  private static boolean isMaestro(String digits) {
    int two = Integer.parseInt(digits.substring(0, 2));
    return two == 50 || (two >= 56 && two <= 69);
  }
}
