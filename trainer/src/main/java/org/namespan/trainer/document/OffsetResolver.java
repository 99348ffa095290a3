package org.namespan.trainer.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Turns the offsets of one file to UTF-16, and notices where they count something else than was
 * thought: the covered words that a tool wrote are others, offsets lie behind the text, or spans
 * cut words that they would not cut in another unit.
 */
final class OffsetResolver {

  private final OffsetUnit unit;

  /** Whether a person chose the unit, whom no guess overrules. */
  private final boolean chosen;

  /**
   * A resolver.
   *
   * @param chosen what a person says
   * @param usual what the tool writes
   */
  OffsetResolver(Optional<OffsetUnit> chosen, OffsetUnit usual) {
    this.unit = chosen.orElse(usual);
    this.chosen = chosen.isPresent();
  }

  /**
   * Turns the offsets of all texts of a file.
   *
   * @param broken takes what is wrong with texts that are left out
   * @throws CorpusException if another unit fits the file better
   */
  List<AnnotatedText> resolve(List<WrittenText> texts, List<CorpusException> broken)
      throws CorpusException {
    requireFittingUnit(texts);
    List<AnnotatedText> resolved = new ArrayList<>();
    for (WrittenText text : texts) {
      try {
        resolved.add(resolve(text));
      } catch (CorpusException e) {
        broken.add(e);
      }
    }
    return resolved;
  }

  private AnnotatedText resolve(WrittenText text) throws CorpusException {
    OffsetMap map = OffsetMap.of(text.text(), unit);
    List<TextSpan> spans = new ArrayList<>();
    for (int i = 0; i < text.spans().size(); i++) {
      TextSpan written = text.spans().get(i);
      TextSpan span = inUtf16(written, map);
      if (span == null) {
        throw new CorpusException(
            text.file(),
            written.line(),
            "found a span from " + written.start() + " to " + written.end(),
            "expected offsets within the text, whose end is "
                + map.fromUtf16(text.text().length())
                + ", and not within a character (unit "
                + unit
                + ")",
            "correct the offsets or choose another unit");
      }
      if (!covers(span, text.covered().get(i), text.text())) {
        throw new CorpusException(
            text.file(),
            written.line(),
            "found other words from " + written.start() + " to " + written.end(),
            "expected those that the file says the span covers (unit " + unit + ")",
            "correct the offsets or the words, or choose another unit");
      }
      spans.add(span);
    }
    return new AnnotatedText(text.text(), spans, text.file(), text.line());
  }

  /** Counts of spans by unit. */
  private static final class Tally {
    private final Map<OffsetUnit, Integer> counts = new EnumMap<>(OffsetUnit.class);

    void add(OffsetUnit unit) {
      counts.merge(unit, 1, Integer::sum);
    }

    int of(OffsetUnit unit) {
      return counts.getOrDefault(unit, 0);
    }
  }

  /** What tells for and against each unit, over all texts in which units differ. */
  private static final class Evidence {
    int spans;

    /** Spans, by unit, that cannot stand there. */
    final Tally wrong = new Tally();

    /** Spans, by unit, that cut words or have blanks at their edges. */
    final Tally cutting = new Tally();

    /** The first text with a span that cannot stand there in the unit at hand, or cuts words. */
    @Nullable WrittenText firstWrong;

    @Nullable WrittenText firstCutting;
  }

  private void requireFittingUnit(List<WrittenText> texts) throws CorpusException {
    Evidence evidence = new Evidence();
    for (WrittenText text : texts) {
      if (!text.spans().isEmpty() && text.text().chars().anyMatch(c -> c >= 0x80)) {
        add(text, evidence);
      }
    }
    refuse(evidence, evidence.wrong, evidence.firstWrong, "that cannot stand where they do");
    if (!chosen) {
      refuse(evidence, evidence.cutting, evidence.firstCutting, "that begin or end within words");
    }
  }

  private void add(WrittenText text, Evidence evidence) {
    evidence.spans += text.spans().size();
    for (OffsetUnit each : OffsetUnit.values()) {
      OffsetMap map = OffsetMap.of(text.text(), each);
      for (int i = 0; i < text.spans().size(); i++) {
        TextSpan span = inUtf16(text.spans().get(i), map);
        if (span == null || !covers(span, text.covered().get(i), text.text())) {
          evidence.wrong.add(each);
          if (each == unit && evidence.firstWrong == null) {
            evidence.firstWrong = text;
          }
        } else if (cuts(span, text.text())) {
          evidence.cutting.add(each);
          if (each == unit && evidence.firstCutting == null) {
            evidence.firstCutting = text;
          }
        }
      }
    }
  }

  /** Refuses the file if another unit has less than half of the faults. */
  private void refuse(Evidence evidence, Tally faults, @Nullable WrittenText first, String which)
      throws CorpusException {
    if (first == null) {
      return;
    }
    OffsetUnit best = unit;
    for (OffsetUnit each : OffsetUnit.values()) {
      boolean possible = evidence.wrong.of(each) <= evidence.wrong.of(unit);
      if (possible && faults.of(each) < faults.of(best)) {
        best = each;
      }
    }
    if (2 * faults.of(best) < faults.of(unit)) {
      throw new CorpusException(
          first.file(),
          first.line(),
          String.format(
              "found %d of %d spans %s if offsets count %s, and %d if they count %s",
              faults.of(unit), evidence.spans, which, unit, faults.of(best), best),
          "expected offsets in the unit that was chosen",
          "choose the unit " + best + (chosen ? "" : ", or " + unit + " to have them as they are"));
    }
  }

  /** Null if an offset is behind the text or within a character. */
  private static @Nullable TextSpan inUtf16(TextSpan span, OffsetMap map) {
    List<TextSpan.Fragment> fragments = new ArrayList<>();
    for (TextSpan.Fragment fragment : span.fragments()) {
      int start = map.toUtf16(fragment.start());
      int end = map.toUtf16(fragment.end());
      if (start < 0 || end < 0) {
        return null;
      }
      fragments.add(new TextSpan.Fragment(start, end));
    }
    return new TextSpan(span.type(), fragments, span.line());
  }

  /** Tools write blanks and line breaks of the covered words each in a way of its own. */
  private static boolean covers(TextSpan span, Optional<String> words, String text) {
    if (words.isEmpty()) {
      return true;
    }
    StringBuilder covered = new StringBuilder();
    for (TextSpan.Fragment fragment : span.fragments()) {
      covered.append(text, fragment.start(), fragment.end());
    }
    return withoutBlanks(covered.toString()).equals(withoutBlanks(words.get()));
  }

  private static String withoutBlanks(String words) {
    return words
        .replace("\\n", "")
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean cuts(TextSpan span, String text) {
    int start = span.start();
    int end = span.end();
    return cutsWord(text, start)
        || cutsWord(text, end)
        || (start < end
            && (Character.isWhitespace(text.charAt(start))
                || Character.isWhitespace(text.charAt(end - 1))));
  }

  private static boolean cutsWord(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLetterOrDigit(text.codePointBefore(at))
        && Character.isLetterOrDigit(text.codePointAt(at));
  }
}
