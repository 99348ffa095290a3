package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.namespan.model.tag.Span;
import org.namespan.trainer.check.CheckedCorpora.Located;

/**
 * Finds sentences that stand in the corpora more than once: with the same tokens, with the same
 * tokens and other labels, and with {@linkplain NearCopyIndex nearly the same} words. In time that
 * grows with the number of tokens.
 */
public final class CopyCheck implements CorpusCheck {

  /** Places named of a text that stands in many. */
  private static final int PLACES = 20;

  /** Long texts are copies; short ones are said by many. */
  private static final Comparator<List<Located>> LONGEST =
      Comparator.comparing(group -> -group.get(0).sentence().tokens().size());

  @Override
  public List<Finding> run(CheckedCorpora corpora) {
    DistinctTexts texts = DistinctTexts.of(corpora);
    List<List<Located>> across = new ArrayList<>();
    List<List<Located>> inside = new ArrayList<>();
    List<List<Located>> conflicts = new ArrayList<>();
    for (List<Located> group : texts.groups()) {
      if (group.size() > 1) {
        boolean leaves = group.get(0).part() != group.get(group.size() - 1).part();
        (leaves ? across : inside).add(group);
        if (group.stream().map(s -> s.sentence().spans()).distinct().count() > 1) {
          conflicts.add(group);
        }
      }
    }
    List<NearCopy> near = NearCopy.find(texts);
    List<NearCopy> nearAcross = near.stream().filter(NearCopy::isAcross).toList();
    return List.of(
        new Finding(
            FindingKind.CONFLICTS,
            conflicts.stream().sorted(LONGEST).map(CopyCheck::conflict).toList()),
        new Finding(
            FindingKind.COPIES_ACROSS,
            shares(corpora, across, nearAcross),
            across.stream().sorted(LONGEST).map(CopyCheck::copy).toList()),
        new Finding(
            FindingKind.NEAR_COPIES_ACROSS, nearAcross.stream().map(NearCopy::toCase).toList()),
        new Finding(
            FindingKind.COPIES, inside.stream().sorted(LONGEST).map(CopyCheck::copy).toList()),
        new Finding(
            FindingKind.NEAR_COPIES,
            near.stream().filter(copy -> !copy.isAcross()).map(NearCopy::toCase).toList()));
  }

  /** Which share of each later part the parts before it hold. */
  private static String shares(
      CheckedCorpora corpora, List<List<Located>> across, List<NearCopy> near) {
    Map<CorpusPart, Integer> copies = new EnumMap<>(CorpusPart.class);
    for (List<Located> group : across) {
      for (Located located : group) {
        if (located.part() != group.get(0).part()) {
          copies.merge(located.part(), 1, Integer::sum);
        }
      }
    }
    Map<CorpusPart, Integer> nearCopies = new EnumMap<>(CorpusPart.class);
    near.forEach(
        copy -> nearCopies.merge(copy.later().get(0).part(), copy.later().size(), Integer::sum));
    List<String> shares = new ArrayList<>();
    for (CorpusPart part : corpora.parts()) {
      int same = copies.getOrDefault(part, 0);
      int nearly = nearCopies.getOrDefault(part, 0);
      if (same + nearly > 0) {
        int all = corpora.files(part).stream().mapToInt(f -> f.corpus().sentences().size()).sum();
        shares.add(
            String.format(
                Locale.ROOT,
                "of %,d sentences of %s, parts before it hold %,d word for word (%.1f %%) and %,d"
                    + " nearly so (%.1f %%)",
                all,
                part,
                same,
                100.0 * same / all,
                nearly,
                100.0 * nearly / all));
      }
    }
    return String.join("; ", shares);
  }

  private static Case copy(List<Located> group) {
    Map<CorpusPart, Integer> counts = new EnumMap<>(CorpusPart.class);
    group.forEach(located -> counts.merge(located.part(), 1, Integer::sum));
    Map<String, Object> values = new LinkedHashMap<>();
    String text = String.join(" ", group.get(0).sentence().tokens());
    values.put("text", text);
    counts.forEach((part, count) -> values.put(part.toString(), count));
    String times =
        counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    // The first place of each part comes first.
    List<Quote> places = new ArrayList<>();
    for (CorpusPart part : counts.keySet()) {
      group.stream()
          .filter(located -> located.part() == part)
          .limit(PLACES)
          .forEach(located -> places.add(new Quote(located.place(), "")));
    }
    return new Case(times + ": " + text, values, places);
  }

  private static Case conflict(List<Located> group) {
    Map<List<Span>, List<Located>> variants = new LinkedHashMap<>();
    for (Located located : group) {
      variants.computeIfAbsent(located.sentence().spans(), spans -> new ArrayList<>()).add(located);
    }
    List<List<Located>> commonestFirst = new ArrayList<>(variants.values());
    commonestFirst.sort(Comparator.comparing(variant -> -variant.size()));
    List<Quote> quotes = new ArrayList<>();
    for (List<Located> variant : commonestFirst) {
      Located first = variant.get(0);
      String times = variant.size() == 1 ? "" : variant.size() + " times  ";
      quotes.add(
          new Quote(
              first.place(),
              times + MarkedText.of(first.sentence().tokens(), first.sentence().spans())));
    }
    String text = String.join(" ", group.get(0).sentence().tokens());
    return new Case(
        commonestFirst.size() + " labellings of " + group.size() + " copies",
        Map.of("text", text, "copies", group.size(), "labellings", commonestFirst.size()),
        quotes);
  }
}
