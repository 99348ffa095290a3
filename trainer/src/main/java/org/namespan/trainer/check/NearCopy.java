package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.namespan.trainer.check.CheckedCorpora.Located;

/**
 * A text that comes near to one before it.
 *
 * @param earlier the sentences of the text before it
 * @param later its sentences in one part
 * @param similarity from {@link NearCopyIndex#THRESHOLD} to 1
 */
record NearCopy(List<Located> earlier, List<Located> later, double similarity) {

  /**
   * All near copies, the longest first. A text is told once: as near to one of an earlier part, the
   * first if there is one, else to one of its own part. Exact copies are none.
   */
  static List<NearCopy> find(DistinctTexts texts) {
    Map<CorpusPart, NearCopyIndex> indexes = new EnumMap<>(CorpusPart.class);
    WordForms words = new WordForms();
    List<NearCopy> found = new ArrayList<>();
    for (int i = 0; i < texts.groups().size(); i++) {
      List<Located> group = texts.groups().get(i);
      CorpusPart part = group.get(0).part();
      NearCopyIndex.Text text =
          new NearCopyIndex.Text(i, words.of(group.get(0).sentence().tokens()));
      if (text.isEmpty()) {
        continue;
      }
      for (CorpusPart earlier : CorpusPart.values()) {
        NearCopyIndex index = indexes.get(earlier);
        NearCopyIndex.Text near = index == null ? null : index.find(text);
        if (near != null) {
          List<Located> later = group.stream().filter(located -> located.part() == part).toList();
          found.add(new NearCopy(texts.groups().get(near.id()), later, text.similarity(near)));
          break;
        }
      }
      indexes.computeIfAbsent(part, key -> new NearCopyIndex()).add(text);
    }
    found.sort(Comparator.comparing(copy -> -copy.later.get(0).sentence().tokens().size()));
    return found;
  }

  /** Whether it stands in two parts. */
  boolean isAcross() {
    return earlier.get(0).part() != later.get(0).part();
  }

  Case toCase() {
    return new Case(
        "",
        Map.of("similarity", Double.valueOf(String.format(Locale.ROOT, "%.3f", similarity))),
        List.of(quote(earlier.get(0)), quote(later.get(0))));
  }

  private static Quote quote(Located located) {
    return new Quote(located.place(), String.join(" ", located.sentence().tokens()));
  }
}
