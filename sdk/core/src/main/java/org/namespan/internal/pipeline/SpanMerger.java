package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import org.jspecify.annotations.Nullable;
import org.namespan.Recognizer;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.tag.Span;
import org.namespan.model.text.ControlCharacters;
import org.namespan.model.text.Token;

/**
 * Makes one list of what the model and the recognizers found in a sentence. Immutable, as safe for
 * use by many threads as the recognizers.
 */
final class SpanMerger {

  private final TypeFilter types;
  private final List<Recognizer> recognizers;

  /**
   * @param types which spans of the model are taken
   * @param recognizers in the order of their precedence
   */
  SpanMerger(TypeFilter types, List<Recognizer> recognizers) {
    this.types = types;
    this.recognizers = recognizers;
  }

  /**
   * The spans that win in a sentence, as {@link Recognizer} says.
   *
   * @param sentence its tokens, shown to the recognizers
   * @param ofModel what the model found there, in text order, none overlapping
   * @param ofText what was found in the raw text that the sentence stands in
   * @return in text order, none overlapping
   */
  List<ScoredSpan> merge(List<Token> sentence, List<ScoredSpan> ofModel, TextSpans ofText) {
    List<ScoredSpan> wanted = types.filter(ofModel);
    if (recognizers.isEmpty()) {
      return wanted;
    }
    List<ScoredSpan> merged = new ArrayList<>();
    boolean[] taken = new boolean[sentence.size()];
    addRecognized(true, sentence, ofText, taken, merged);
    addFree(wanted, taken, merged);
    addRecognized(false, sentence, ofText, taken, merged);
    Collections.sort(merged, SpanMerger::inTextOrder);
    return merged;
  }

  private static String[] texts(List<Token> sentence) {
    String[] texts = new String[sentence.size()];
    for (int t = 0; t < texts.length; t++) {
      texts[t] = sentence.get(t).text();
    }
    return texts;
  }

  private static int inTextOrder(ScoredSpan a, ScoredSpan b) {
    return Integer.compare(a.span().start(), b.span().start());
  }

  private void addRecognized(
      boolean beforeModel,
      List<Token> sentence,
      TextSpans ofText,
      boolean[] taken,
      List<ScoredSpan> merged) {
    for (Recognizer recognizer : recognizers) {
      if (recognizer.beforeModel() == beforeModel) {
        opennlp.tools.util.Span @Nullable [] spans = ofText.in(sentence, recognizer);
        List<ScoredSpan> found = new ArrayList<>();
        for (opennlp.tools.util.Span span :
            spans == null ? recognizer.finder().find(texts(sentence)) : spans) {
          // A pattern that matches nothing but a space gives none of the tokens.
          if (span.length() > 0) {
            found.add(found(recognizer, span, sentence.size()));
          }
        }
        Collections.sort(found, SpanMerger::longestFirst);
        addFree(found, taken, merged);
      }
    }
  }

  private static int longestFirst(ScoredSpan a, ScoredSpan b) {
    int lengths = Integer.compare(length(b), length(a));
    return lengths != 0 ? lengths : inTextOrder(a, b);
  }

  private static int length(ScoredSpan scored) {
    return scored.span().end() - scored.span().start();
  }

  private static ScoredSpan found(Recognizer recognizer, opennlp.tools.util.Span span, int tokens) {
    requireInside(recognizer, span, tokens, "sentence", "tokens");
    boolean named = span.getType() != null && !span.getType().equals(NameSample.DEFAULT_TYPE);
    String type = named ? span.getType() : recognizer.name();
    if (type.isEmpty() || ControlCharacters.areIn(type)) {
      throw new IllegalArgumentException(
          "recognizer '"
              + recognizer.name()
              + "' found the type '"
              + ControlCharacters.escape(type)
              + "', expected a name without line ends and control characters");
    }
    // OpenNLP's rules leave a probability of 0 where they are sure.
    double score = span.getProb() > 0 ? Math.min(1, span.getProb()) : 1;
    return new ScoredSpan(new Span(type, span.getStart(), span.getEnd()), score, recognizer.name());
  }

  /** Refuses what a recognizer found beyond the end of what it was shown. */
  static void requireInside(
      Recognizer recognizer, opennlp.tools.util.Span span, int length, String shown, String unit) {
    if (span.getEnd() > length) {
      throw new IndexOutOfBoundsException(
          "recognizer '"
              + recognizer.name()
              + "' found the span "
              + span.getStart()
              + ".."
              + span.getEnd()
              + " in a "
              + shown
              + " of "
              + length
              + " "
              + unit);
    }
  }

  private static void addFree(List<ScoredSpan> found, boolean[] taken, List<ScoredSpan> merged) {
    for (ScoredSpan scored : found) {
      Span span = scored.span();
      boolean free = true;
      for (int t = span.start(); t < span.end(); t++) {
        free &= !taken[t];
      }
      if (free) {
        merged.add(scored);
        for (int t = span.start(); t < span.end(); t++) {
          taken[t] = true;
        }
      }
    }
  }
}
