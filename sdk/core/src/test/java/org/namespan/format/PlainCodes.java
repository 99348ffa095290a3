package org.namespan.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What is written for machines: the page's part "Addresses and codes". */
final class PlainCodes {

  private static final Set<String> ENDINGS =
      Set.of(
          "com", "net", "org", "edu", "gov", "txt", "pdf", "doc", "docx", "xls", "xlsx", "ppt",
          "jpg", "jpeg", "gif", "png", "bmp", "mp3", "mp4", "avi", "exe", "zip", "htm", "html",
          "xml", "csv", "json", "js", "php", "asp", "jar", "java", "py", "cpp");

  private static final int SHORTEST_HEXADECIMAL = 7;

  private PlainCodes() {}

  static boolean isAddress(String clean) {
    if (clean.matches("(?s).*[<>].*")) {
      return false;
    }
    return clean.contains("://")
        || clean.startsWith("www.")
        || clean.matches("(?s)[^@]+@.*\\..*")
        || clean.matches("(?s)[^\\\\]+\\\\.+")
        || clean.matches("(?s)/.*/.*")
        || isPath(clean)
        || isDotted(clean);
  }

  private static boolean isPath(String clean) {
    int first = clean.indexOf('/');
    return first > 0
        && Character.isLowerCase(clean.charAt(0))
        && clean.indexOf('/', first + 1) > 0
        && (clean.indexOf('.', first) > 0 || clean.indexOf('_') > 0);
  }

  private static boolean isDotted(String clean) {
    String[] parts = clean.split("\\.", -1);
    return parts.length > 2
        && Character.isLowerCase(clean.charAt(0))
        && Arrays.stream(parts).allMatch(PlainCodes::isPart);
  }

  private static boolean isPart(String part) {
    return part.length() > 1
        && part.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-$".indexOf(c) >= 0);
  }

  /** Whether a clean form with a letter is code. */
  static boolean isCode(String clean) {
    boolean digits = clean.chars().anyMatch(Character::isDigit);
    return isAddress(clean)
        || clean.indexOf('_') > 0
        || clean.indexOf('=') > 0
        || clean.startsWith("@") && clean.length() > 1
        || clean.endsWith("()")
        || isHost(clean)
        || isMarkedHexadecimal(clean)
        || digits && isHexadecimal(clean)
        || clean.matches("(?s)[vV]?DD*\\.(D|\\.)*(-.*)?".replace("D", "\\p{Nd}"))
        || isTicket(clean)
        || isMixed(clean)
        || Character.isLetter(clean.charAt(0)) && isNumbered(clean, digits);
  }

  private static boolean isNumbered(String clean, boolean digits) {
    return digits && clean.matches("(?s).+:[[\\p{L}\\p{Nd}]&&[\\x{0}-\\x{FFFF}]].*")
        || clean.matches("(?s).+(\\$|[-/]D+\\.)D.*".replace("D", "[\\p{Nd}&&[\\x{0}-\\x{FFFF}]]"));
  }

  private static boolean isMixed(String clean) {
    if (!clean.chars().allMatch(Character::isLetterOrDigit)) {
      return false;
    }
    String kinds = clean.replaceAll("\\p{Nd}", "\u0000").replaceAll("[^\u0000]", "x");
    int turns = kinds.replaceAll("(.)\\1+", "$1").length() - 1;
    return turns > 2 && clean.length() >= (kinds.charAt(0) == 'x' ? 7 : 14);
  }

  private static boolean isHost(String clean) {
    int period = clean.lastIndexOf('.');
    return period > 1
        && Character.isLowerCase(clean.charAt(period - 1))
        && ENDINGS.contains(clean.substring(period + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isTicket(String clean) {
    int hyphen = clean.indexOf('-');
    return hyphen > 2
        && clean.length() - hyphen > 3
        && clean.substring(0, hyphen).chars().allMatch(Character::isUpperCase)
        && clean.substring(hyphen + 1).chars().allMatch(Character::isDigit);
  }

  private static boolean isMarkedHexadecimal(String clean) {
    return clean.startsWith("0x") && hasHexadecimalDigits(clean.substring(2));
  }

  private static boolean isHexadecimal(String clean) {
    boolean mixed =
        Arrays.stream(clean.split("[-:]"))
            .anyMatch(
                part ->
                    part.chars().anyMatch(Character::isLetter)
                        && part.chars().anyMatch(Character::isDigit));
    return mixed
        && hasHexadecimalDigits(clean)
        && clean.length() >= SHORTEST_HEXADECIMAL
        && clean.chars().filter(c -> !Character.isLetter(c)).count() > 1;
  }

  private static boolean hasHexadecimalDigits(String text) {
    return text.chars()
        .allMatch(
            c ->
                Character.isDigit(c)
                    || c >= 'a' && c <= 'f'
                    || c >= 'A' && c <= 'F'
                    || c == '-'
                    || c == ':');
  }

  /** An emoticon. */
  static boolean isFace(String clean) {
    return clean.matches("[:;=][-o^']?[)(\\]\\[|/\\\\*DPpOo3]");
  }
}
