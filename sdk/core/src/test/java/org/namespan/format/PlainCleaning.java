package org.namespan.format;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is taken out of a text before it is split: the page's part "Cleaning". */
final class PlainCleaning {

  /** In the order in which they are taken. */
  private static final List<String> STEPS =
      List.of(
          "html", "addresses", "emoticons", "punctuation", "digits", "white-space", "lower-case");

  private static final Pattern MARKUP =
      Pattern.compile(
          "<!--.*?-->"
              + "|<script(?![A-Za-z])[^<>]*>.*?</script(?![A-Za-z])[^<>]*>"
              + "|<style(?![A-Za-z])[^<>]*>.*?</style(?![A-Za-z])[^<>]*>"
              + "|<[/!]?[A-Za-z][^<>]*>"
              + "|&#?[A-Za-z0-9]{1,8};",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final List<String> steps;

  PlainCleaning(List<String> steps) {
    this.steps = steps;
  }

  String of(String text) {
    String cleaned = text;
    for (String step : STEPS) {
      if (steps.contains(step)) {
        cleaned = taken(step, cleaned);
      }
    }
    return cleaned;
  }

  private static String taken(String step, String text) {
    switch (step) {
      case "html":
        return MARKUP.matcher(text).replaceAll(match -> shown(text, match));
      case "addresses":
        return runs(text, "address");
      case "emoticons":
        return runs(text, "emoticon");
      default:
        StringBuilder cleaned = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
          cleaned.append(taken(step, text, i));
        }
        return cleaned.toString();
    }
  }

  private static String shown(String text, MatchResult match) {
    String all = match.group();
    String kept = "";
    if (all.startsWith("&")) {
      Matcher reference = PlainReferences.at(text, match.start());
      int c = reference.lookingAt() ? PlainReferences.codePoint(reference) : -1;
      if (c < 0) {
        return Matcher.quoteReplacement(all);
      }
      kept = Character.toString(c);
    }
    return Matcher.quoteReplacement(kept + " ".repeat(all.length() - kept.length()));
  }

  private static String runs(String text, String what) {
    StringBuilder cleaned = new StringBuilder(text);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || PlainCopy.isSeparator(text.charAt(i))) {
        blankRun(text, start, i, what, cleaned);
        start = i + 1;
      }
    }
    return cleaned.toString();
  }

  private static void blankRun(
      String text, int runStart, int runEnd, String what, StringBuilder cleaned) {
    int start = runStart;
    int end = runEnd;
    if (what.equals("address")) {
      while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
        start++;
      }
      while (end > start
          && !Character.isLetterOrDigit(text.charAt(end - 1))
          && text.charAt(end - 1) != '/') {
        end--;
      }
      String run = text.substring(start, end);
      boolean web = run.contains("://") || run.toLowerCase().startsWith("www.");
      if (web || run.matches("(?s)[^@]+@.*\\..*")) {
        blank(cleaned, start, end);
      }
    } else if (text.substring(start, end).matches("[:;=][-o^']?[)(\\]\\[|/\\\\*DPpOo3]")) {
      blank(cleaned, start, end);
    } else {
      boolean taken = false;
      for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
        int c = text.codePointAt(i);
        boolean pictograph = PlainClean.isPictograph(c) || (c >= 0x1F1E6 && c <= 0x1F1FF);
        taken = pictograph || (taken && PlainCopy.isExtending(c));
        if (taken) {
          blank(cleaned, i, i + Character.charCount(c));
        }
      }
    }
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, ' ');
    }
  }

  private static String taken(String step, String text, int i) {
    int c = text.codePointAt(i);
    String same = Character.toString(c);
    String blank = " ".repeat(same.length());
    return switch (step) {
      case "punctuation" -> same.matches("[\\p{P}\\p{S}]") && !isInsideWord(text, i) ? blank : same;
      case "digits" -> same.matches("\\p{Nd}") ? blank : same;
      case "white-space" -> same.length() == 1 && PlainCopy.isSeparator(c) ? blank : same;
      default -> {
        String lower = Character.toString(Character.toLowerCase(c));
        yield lower.length() == same.length() ? lower : same;
      }
    };
  }

  private static boolean isInsideWord(String text, int i) {
    char sign = PlainFeatures.fold(text.charAt(i));
    return (sign == '\'' || sign == '-')
        && i > 0
        && i + 1 < text.length()
        && Character.isLetter(text.codePointBefore(i))
        && Character.isLetter(text.codePointAt(i + 1));
  }
}
