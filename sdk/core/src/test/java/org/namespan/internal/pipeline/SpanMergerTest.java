package org.namespan.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import opennlp.tools.namefind.TokenNameFinder;
import org.namespan.Recognizer;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;

class SpanMergerTest {

  private static TokenNameFinder at(String type, int... bounds) {
    return new TokenNameFinder() {
      @Override
      public opennlp.tools.util.Span[] find(String[] tokens) {
        opennlp.tools.util.Span[] spans = new opennlp.tools.util.Span[bounds.length / 2];
        for (int i = 0; i < spans.length; i++) {
          spans[i] = new opennlp.tools.util.Span(bounds[2 * i], bounds[2 * i + 1], type);
        }
        return spans;
      }

      @Override
      public void clearAdaptiveData() {}
    };
  }

  /** Whatever is found, no two share a token, and each loses only to one that wins. */
  @Property
  void nothingOverlapsAndNothingIsLost(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 59) Integer> places) {
    int tokens = 10;
    List<ScoredSpan> ofModel = List.of(new ScoredSpan(new Span("m", 2, 5), .5, ScoredSpan.MODEL));
    int[] bounds = new int[2 * places.size()];
    for (int i = 0; i < places.size(); i++) {
      bounds[2 * i] = places.get(i) % 10;
      bounds[2 * i + 1] = Math.min(tokens, bounds[2 * i] + 1 + places.get(i) / 10);
    }
    List<Recognizer> recognizers = List.of(Recognizer.afterModel("r", at("x", bounds)));
    SpanMerger merger = new SpanMerger(new TypeFilter(Set.of(), Set.of("m")), recognizers);
    List<Token> sentence = Token.of(List.of("abcdefghij".split("")));
    List<ScoredSpan> merged = merger.merge(sentence, ofModel, TextSpans.NONE);
    for (int i = 1; i < merged.size(); i++) {
      assertTrue(merged.get(i - 1).span().end() <= merged.get(i).span().start());
    }
    assertTrue(merged.contains(ofModel.get(0)));
    for (int i = 0; i < bounds.length; i += 2) {
      int start = bounds[i];
      int end = bounds[i + 1];
      assertTrue(
          merged.stream()
              .filter(found -> found.span().start() < end && start < found.span().end())
              .anyMatch(
                  found ->
                      found.source().equals(ScoredSpan.MODEL)
                          || found.span().end() - found.span().start() >= end - start));
    }
  }
}
