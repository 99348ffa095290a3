package org.namespan.trainer.network.head;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.corpus.Sentence;

class TagTargetsTest {
  private static final List<String> TOKENS = List.of("a", "b", "c");

  private static String allowed(TagScheme scheme, List<Span> spans, List<Set<String>> open) {
    TagSet tagSet = TagSet.over(scheme, new TreeSet<>(Set.of("geo", "org", "per")));
    Sentence sentence = new Sentence(TOKENS, spans, open, List.of(), Optional.empty());
    LabelTargets targets = new TagTargets(tagSet).of(sentence);
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < targets.length(); t++) {
      text.append(t == 0 ? "" : " ");
      for (int i = 0; i < targets.count(t); i++) {
        text.append(i == 0 ? "" : "|").append(tagSet.labels().get(targets.label(t, i)));
      }
    }
    return text.toString();
  }

  @Test
  void anOpenTokenMayBeAnyPartOfASpan() {
    assertEquals(
        "B-per O|B-geo|I-geo O",
        allowed(
            TagScheme.BIO,
            List.of(new Span("per", 0, 1)),
            List.of(Set.of(), Set.of("geo"), Set.of())));
  }

  @Test
  void aSpanOfOneOfSeveralTypesKeepsItsBounds() {
    Set<String> others = Set.of("geo", "org");
    List<Span> spans = List.of(new Span("per", 0, 2));
    List<Set<String>> open = List.of(others, others, Set.of());
    assertEquals("B-geo|B-org|B-per I-geo|I-org|I-per O", allowed(TagScheme.BIO, spans, open));
    assertEquals("B-geo|B-org|B-per L-geo|L-org|L-per O", allowed(TagScheme.BILOU, spans, open));
  }
}
