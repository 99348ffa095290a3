package org.namespan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Finds what regular expressions match within a limit. Immutable, safe for use by many threads. */
final class PatternFinder implements Recognizer.TextFinder {

  private final String type;
  private final Duration timeLimit;
  private final List<Pattern> patterns = new ArrayList<>();

  PatternFinder(String type, Duration timeLimit, Pattern[] patterns) {
    this.type = Objects.requireNonNull(type, "type");
    this.timeLimit = timeLimit;
    for (Pattern pattern : patterns) {
      this.patterns.add(Objects.requireNonNull(pattern, "pattern"));
    }
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException(
          "the time limit is " + timeLimit + ", expected more than zero");
    }
  }

  @Override
  public Span[] findInText(String text) {
    TimedText timed = new TimedText(text, timeLimit);
    List<Span> found = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      try {
        Matcher matcher = patterns.get(i).matcher(timed);
        while (matcher.find()) {
          timed.check();
          if (matcher.end() > matcher.start()) {
            found.add(new Span(matcher.start(), matcher.end(), type));
          }
        }
      } catch (TimedText.Overtime e) {
        throw exceeded(i, "more than " + timeLimit.toMillis() + " ms", text);
      } catch (StackOverflowError e) {
        throw exceeded(i, "the whole stack of its thread", text);
      }
    }
    return found.toArray(new Span[0]);
  }

  private Recognizer.PatternLimitException exceeded(int pattern, String limit, String text) {
    return new Recognizer.PatternLimitException(
        "pattern "
            + (pattern + 1)
            + " of '"
            + type
            + "' took "
            + limit
            + " for a text of "
            + text.length()
            + " chars; write it with possessive quantifiers, or give it a larger limit");
  }
}
