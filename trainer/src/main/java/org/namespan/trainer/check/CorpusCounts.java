package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.trainer.check.CheckedCorpora.Located;

/**
 * Sizes of one part.
 *
 * @param words different tokens
 * @param withoutEntity sentences that have none
 * @param entitiesByType how many each type has
 * @param entitiesByLength how many have so many tokens
 * @param medianLength tokens of the sentence in the middle
 * @param longestLength tokens of the longest sentence
 * @param longest where it stands; null without sentences
 */
public record CorpusCounts(
    CorpusPart part,
    int sentences,
    int tokens,
    int words,
    int entities,
    int withoutEntity,
    Map<String, Integer> entitiesByType,
    Map<Integer, Integer> entitiesByLength,
    int medianLength,
    int longestLength,
    @Nullable Place longest) {

  /** Counts each part. */
  static List<CorpusCounts> of(CheckedCorpora corpora) {
    return corpora.parts().stream().map(part -> of(corpora, part)).toList();
  }

  private static CorpusCounts of(CheckedCorpora corpora, CorpusPart part) {
    Set<String> words = new HashSet<>();
    Map<String, Integer> byType = new TreeMap<>();
    Map<Integer, Integer> byLength = new TreeMap<>();
    List<Integer> lengths = new ArrayList<>();
    int entities = 0;
    int withoutEntity = 0;
    Located longest = null;
    for (Located located : corpora.sentences()) {
      if (located.part() != part) {
        continue;
      }
      int length = located.sentence().tokens().size();
      lengths.add(length);
      words.addAll(located.sentence().tokens());
      withoutEntity += located.sentence().spans().isEmpty() ? 1 : 0;
      for (Span span : located.sentence().spans()) {
        entities++;
        byType.merge(span.type(), 1, Integer::sum);
        byLength.merge(span.end() - span.start(), 1, Integer::sum);
      }
      if (longest == null || length > longest.sentence().tokens().size()) {
        longest = located;
      }
    }
    lengths.sort(null);
    return new CorpusCounts(
        part,
        lengths.size(),
        lengths.stream().mapToInt(Integer::intValue).sum(),
        words.size(),
        entities,
        withoutEntity,
        byType,
        byLength,
        lengths.isEmpty() ? 0 : lengths.get(lengths.size() / 2),
        longest == null ? 0 : longest.sentence().tokens().size(),
        longest == null ? null : longest.place());
  }

  /** Share of the sentences that have no entity, 0 to 1; 0 of no sentences. */
  public double shareWithoutEntity() {
    return sentences == 0 ? 0 : (double) withoutEntity / sentences;
  }
}
