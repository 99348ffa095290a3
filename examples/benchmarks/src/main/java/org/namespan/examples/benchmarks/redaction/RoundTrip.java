package org.namespan.examples.benchmarks.redaction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.namespan.Entity;
import org.namespan.redaction.Redaction;
import org.namespan.redaction.RedactionMap;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;
import org.namespan.redaction.Restorer;

/** What redaction promises of a text, looked for by other means than its own. */
final class RoundTrip {

  private static final int PIECES = 10;

  private static final String WORD = "[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]";

  private RoundTrip() {}

  /**
   * What is wrong with the redaction of a text, without anything of the text; empty if nothing is.
   */
  static Optional<String> fault(String text, List<Entity> entities, RedactorOptions options) {
    Redaction redaction = Redactor.redact(text, entities, options);
    RedactionMap map = redaction.map();
    String redacted = redaction.text();
    if (!map.restore(redacted).equals(text)) {
      return Optional.of("the text does not come back");
    }
    if (!RedactionMap.of(map.toBytes()).restore(redacted).equals(text)) {
      return Optional.of("the text does not come back by a map that was written and read");
    }
    int piece = redacted.length() / PIECES + 1;
    for (int first = 0; first < piece; first++) {
      if (!restoreInPieces(map, redacted, first, piece).equals(text)) {
        return Optional.of("the text does not come back in pieces");
      }
    }
    return isLeft(text, redacted, map, entities)
        ? Optional.of("a name is left in the redacted text")
        : Optional.empty();
  }

  /** Ten pieces or so, of which the first has a length of its own. */
  private static String restoreInPieces(RedactionMap map, String redacted, int first, int piece) {
    Restorer restorer = map.restorer();
    StringBuilder restored = new StringBuilder();
    int from = 0;
    for (int to = first; from < redacted.length(); to += piece) {
      int end = Math.min(to, redacted.length());
      restored.append(restorer.push(redacted.substring(from, end)));
      from = end;
    }
    return restored.append(restorer.end()).toString();
  }

  /**
   * Whether a found name stands outside of placeholders; names of ASCII, at the bounds of words.
   */
  private static boolean isLeft(
      String text, String redacted, RedactionMap map, List<Entity> entities) {
    String outside = redacted;
    for (String placeholder : map.originals().keySet()) {
      if (!text.contains(placeholder)) {
        // Neither a blank nor part of a word: nothing on either side joins over it.
        outside = outside.replace(placeholder, "\uFFFC");
      }
    }
    for (Entity entity : entities) {
      String name = entity.text().replaceAll("['\u2019][sS]$", "");
      if (name.chars().allMatch(c -> c >= ' ' && c < 0x80)
          && name.chars().anyMatch(Character::isLetterOrDigit)) {
        String before = Character.isLetterOrDigit(name.charAt(0)) ? "(?<!" + WORD + ")" : "";
        String after =
            Character.isLetterOrDigit(name.charAt(name.length() - 1)) ? "(?!" + WORD + ")" : "";
        String words = Pattern.quote(name).replace(" ", "\\E\\s+\\Q");
        if (Pattern.compile(before + words + after, Pattern.CASE_INSENSITIVE)
            .matcher(outside)
            .find()) {
          return true;
        }
      }
    }
    return false;
  }
}
