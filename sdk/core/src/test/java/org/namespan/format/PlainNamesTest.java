package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.namespan.internal.pipeline.OpenNameFilter;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.feature.EncodedTokens;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.feature.TokenEncoder;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.Span;

/** The page tells what is left of any span. */
class PlainNamesTest {

  private static final TokenEncoder ENCODER =
      new TokenEncoder(
          new TokenFeatures(
              new FeatureRecipe(WordCase.KEEP, false, List.of(), List.of()), List.of()));

  private static final List<List<String>> USUAL =
      List.of(List.of("aged", "30", "years", "Obama", "1999", "12", "May"));

  @Property(tries = 10_000, seed = "33")
  void leavesWhatTheLibraryLeaves(
      @ForAll("types") String type,
      @ForAll("sentences") List<String> tokens,
      @ForAll int first,
      @ForAll int length) {
    if (tokens.isEmpty()) {
      return;
    }
    int start = Math.floorMod(first, tokens.size());
    int end = start + 1 + Math.floorMod(length, Math.min(6, tokens.size() - start));
    List<PlainDecoder.Span> expected =
        OpenNameFilter.filter(
                tokens, List.of(new ScoredSpan(new Span(type, start, end), 0.5, "model")))
            .stream()
            .map(
                s ->
                    new PlainDecoder.Span(
                        s.span().type(), s.span().start(), s.span().end(), s.probability()))
            .toList();
    assertEquals(
        expected,
        new PlainNames(tokens).filter(List.of(new PlainDecoder.Span(type, start, end, 0.5))));
  }

  /** What allows a tagger not to look at names of words again. */
  @Property(tries = 10_000, seed = "33")
  void leavesNamesOfWords(@ForAll("types") String type, @ForAll("sentences") List<String> tokens) {
    SentenceView view = SentenceView.ofTokens(tokens);
    EncodedTokens encoded = ENCODER.encode(List.of(view));
    for (int start = 0; start < view.size(); start++) {
      for (int end = start + 1; end <= view.size(); end++) {
        Span span = new Span(type, start, end);
        if (encoded.areWords(0, span)) {
          List<ScoredSpan> found = List.of(new ScoredSpan(span, 0.5, "model"));
          assertEquals(span, view.restore(span));
          assertEquals(found, OpenNameFilter.filter(tokens, found));
        }
      }
    }
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "per", "PERSON", "Org", "geo", "norp", "tim", "DATE", "time", "money", "art", "per-x");
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return OddTexts.sentences(USUAL);
  }
}
