package org.namespan.model.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TagSchemeTest {

  private static List<Tag> tags(TagScheme scheme, String tags) {
    return Arrays.stream(tags.split(" ")).map(tag -> Tag.parse(tag, scheme)).toList();
  }

  @Test
  void writesTheSameSpansInEachScheme() {
    List<Span> spans = List.of(new Span("per", 0, 3), new Span("per", 3, 4), new Span("geo", 4, 5));
    assertEquals(
        tags(TagScheme.IO, "I-per I-per I-per I-per I-geo O"), TagScheme.IO.encode(spans, 6));
    assertEquals(
        tags(TagScheme.IOB1, "I-per I-per I-per B-per I-geo O"), TagScheme.IOB1.encode(spans, 6));
    assertEquals(
        tags(TagScheme.BIO, "B-per I-per I-per B-per B-geo O"), TagScheme.BIO.encode(spans, 6));
    assertEquals(
        tags(TagScheme.BILOU, "B-per I-per L-per U-per U-geo O"), TagScheme.BILOU.encode(spans, 6));
  }

  @Test
  void readsOrphansAsConllevalDoes() {
    assertEquals(
        List.of(new Span("per", 0, 1), new Span("geo", 1, 3), new Span("geo", 4, 5)),
        TagScheme.BIO.decode(tags(TagScheme.BIO, "B-per I-geo I-geo O I-geo")));
  }

  @Test
  void refusesForeignTags() {
    for (String tag : List.of("", "B", "B-", "O-per", "X-per", "L-per", "per", "b-per", "OO")) {
      assertThrows(IllegalArgumentException.class, () -> Tag.parse(tag, TagScheme.BIO), tag);
    }
    assertEquals(new Tag('B', "a-b"), Tag.parse("B-a-b", TagScheme.BIO));
  }

  @Property(seed = "20")
  void losslessSchemesGiveBackTheSpans(@ForAll("spans") List<Span> spans) {
    int length = spans.isEmpty() ? 3 : spans.get(spans.size() - 1).end() + 1;
    for (TagScheme scheme : List.of(TagScheme.IOB1, TagScheme.BIO, TagScheme.BILOU)) {
      assertEquals(spans, scheme.decode(scheme.encode(spans, length)), scheme.name());
    }
  }

  @Property(seed = "20")
  void aSequenceIsLegalExactlyWhenItIsWhatItsSpansEncode(
      @ForAll TagScheme scheme, @ForAll("letters") List<Integer> choices) {
    List<Tag> all = new ArrayList<>(List.of(Tag.OUTSIDE));
    for (char prefix : scheme.prefixes().substring(1).toCharArray()) {
      all.add(new Tag(prefix, "x"));
      all.add(new Tag(prefix, "y"));
    }
    List<Tag> tags = choices.stream().map(c -> all.get(c % all.size())).toList();
    boolean legal = scheme.mayStart(tags.get(0)) && scheme.mayEnd(tags.get(tags.size() - 1));
    for (int i = 1; i < tags.size(); i++) {
      legal &= scheme.mayFollow(tags.get(i - 1), tags.get(i));
    }
    assertEquals(tags.equals(scheme.encode(scheme.decode(tags), tags.size())), legal);
  }

  @Property(seed = "20")
  void continuingTransitionsAreThoseInsideASpan(@ForAll("spans") List<Span> spans) {
    int length = spans.isEmpty() ? 3 : spans.get(spans.size() - 1).end() + 1;
    for (TagScheme scheme : List.of(TagScheme.IOB1, TagScheme.BIO, TagScheme.BILOU)) {
      List<Tag> tags = scheme.encode(spans, length);
      for (int i = 1; i < length; i++) {
        int at = i;
        boolean inside = spans.stream().anyMatch(s -> s.start() < at && at < s.end());
        assertEquals(inside, scheme.continues(tags.get(i - 1), tags.get(i)), scheme.name());
        assertTrue(scheme.mayFollow(tags.get(i - 1), tags.get(i)), scheme.name());
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> letters() {
    return Arbitraries.integers().between(0, 1000).list().ofMinSize(1).ofMaxSize(7);
  }

  @Provide
  Arbitrary<List<Span>> spans() {
    return Arbitraries.integers()
        .between(0, 11)
        .list()
        .ofMaxSize(5)
        .map(
            codes -> {
              List<Span> spans = new ArrayList<>();
              int end = 0;
              for (int code : codes) {
                int start = end + code % 2;
                end = start + 1 + code / 4;
                spans.add(new Span(code / 2 % 2 == 0 ? "x" : "y", start, end));
              }
              return spans;
            });
  }
}
