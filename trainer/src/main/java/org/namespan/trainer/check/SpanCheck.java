package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.trainer.check.CheckedCorpora.Located;
import org.namespan.trainer.corpus.CorpusProblem;
import org.namespan.trainer.corpus.Sentence;

/** Finds spans whose ends are doubtful by what stands there: ends of sentences, and punctuation. */
public final class SpanCheck implements CorpusCheck {

  /** A period behind a word of at most so many letters is taken for that of an abbreviation. */
  private static final int ABBREVIATION = 4;

  private static final String AT_SENTENCE_END = "holds the end of its sentence";

  private static final Set<String> SENTENCE_ENDS =
      Set.of(".", "!", "?", "...", "…", "?!", "!!", "。", "！", "？", "।", "؟");

  @Override
  public List<Finding> run(CheckedCorpora corpora) {
    List<Case> overEnds = new ArrayList<>();
    List<Case> punctuation = new ArrayList<>();
    for (CheckedFile file : corpora.files()) {
      Set<Integer> malformed = new HashSet<>();
      file.malformedSpans().stream().map(CorpusProblem::line).forEach(malformed::add);
      @Nullable Sentence previous = null;
      for (Sentence sentence : file.corpus().sentences()) {
        Located located = new Located(file, sentence);
        if (previous != null && malformed.contains(sentence.line()) && goesOn(previous, sentence)) {
          overEnds.add(split(new Located(file, previous), located));
        }
        for (Span span : sentence.spans()) {
          if (holdsSentenceEnd(sentence.tokens(), span)) {
            overEnds.add(toCase(located, span, "holds a sentence end"));
          }
          String edge = edge(sentence.tokens(), span);
          if (!edge.isEmpty()) {
            punctuation.add(toCase(located, span, edge));
          }
        }
        previous = sentence;
      }
    }
    punctuation.sort(Comparator.comparing(each -> -edgeRank(each)));
    return List.of(
        new Finding(FindingKind.SENTENCE_ENDS, overEnds),
        new Finding(FindingKind.PUNCTUATION, punctuation));
  }

  private static int edgeRank(Case found) {
    return AT_SENTENCE_END.equals(found.values().get("what")) ? 1 : 0;
  }

  private static Case toCase(Located located, Span span, String what) {
    return new Case(
        "",
        Map.of("what", what, "type", span.type()),
        List.of(
            new Quote(
                located.place(span.start()),
                MarkedText.around(
                    located.sentence().tokens(), List.of(span), span.start(), span.end()))));
  }

  /**
   * Whether the last span of a sentence, which ends with it, is of the type that begins the next.
   */
  private static boolean goesOn(Sentence previous, Sentence next) {
    List<Span> before = previous.spans();
    if (before.isEmpty() || next.spans().isEmpty()) {
      return false;
    }
    Span last = before.get(before.size() - 1);
    Span first = next.spans().get(0);
    return last.end() == previous.tokens().size()
        && first.start() == 0
        && last.type().equals(first.type());
  }

  private static Case split(Located previous, Located next) {
    List<Span> before = previous.sentence().spans();
    Span last = before.get(before.size() - 1);
    Span first = next.sentence().spans().get(0);
    return new Case(
        "",
        Map.of("what", "goes on in the next sentence", "type", first.type()),
        List.of(
            new Quote(
                previous.place(last.start()),
                MarkedText.around(
                    previous.sentence().tokens(), List.of(last), last.start(), last.end())),
            new Quote(
                next.place(),
                MarkedText.around(next.sentence().tokens(), List.of(first), 0, first.end()))));
  }

  /** Whether a sentence ends within a span, and another begins. */
  private static boolean holdsSentenceEnd(List<String> tokens, Span span) {
    for (int t = span.start() + 1; t < span.end() - 1; t++) {
      if (SENTENCE_ENDS.contains(tokens.get(t))
          && Character.isUpperCase(tokens.get(t + 1).codePointAt(0))
          && !isAbbreviation(tokens, t)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbbreviation(List<String> tokens, int period) {
    return tokens.get(period).equals(".") && tokens.get(period - 1).length() <= ABBREVIATION;
  }

  /** What is wrong with the first or last token of a span; empty if nothing is. */
  private static String edge(List<String> tokens, Span span) {
    int last = span.end() - 1;
    if (isPunctuation(tokens.get(last))) {
      if (span.end() == tokens.size() && SENTENCE_ENDS.contains(tokens.get(last))) {
        return AT_SENTENCE_END;
      }
      if (last == span.start() || !isAbbreviation(tokens, last)) {
        return "ends with punctuation";
      }
    }
    return isPunctuation(tokens.get(span.start())) ? "begins with punctuation" : "";
  }

  private static boolean isPunctuation(String token) {
    return token.codePoints().allMatch(SpanCheck::isPunctuation);
  }

  private static boolean isPunctuation(int c) {
    switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION:
      case Character.DASH_PUNCTUATION:
      case Character.START_PUNCTUATION:
      case Character.END_PUNCTUATION:
      case Character.INITIAL_QUOTE_PUNCTUATION:
      case Character.FINAL_QUOTE_PUNCTUATION:
      case Character.OTHER_PUNCTUATION:
        return true;
      default:
        return false;
    }
  }
}
