package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.namespan.model.tag.Span;

/** Finds types that have few entities, or that one part has and another lacks. */
public final class TypeCheck implements CorpusCheck {

  /** Below so many entities in train a type is rare; the number that {@code spacy debug} takes. */
  static final int RARE = 50;

  @Override
  public List<Finding> run(CheckedCorpora corpora) {
    List<Case> unknown = new ArrayList<>();
    List<Case> unused = new ArrayList<>();
    SortedSet<String> train = corpora.types(CorpusPart.TRAIN);
    for (CorpusPart part : corpora.parts()) {
      if (part == CorpusPart.TRAIN || !corpora.parts().contains(CorpusPart.TRAIN)) {
        continue;
      }
      SortedSet<String> types = corpora.types(part);
      for (String type : without(types, train)) {
        unknown.add(unknown(corpora, part, type));
      }
      for (String type : without(train, types)) {
        unused.add(
            new Case(
                type + ": none in " + part,
                Map.of("type", type, "part", part.toString()),
                List.of()));
      }
    }
    return List.of(
        new Finding(FindingKind.UNKNOWN_TYPES, unknown),
        new Finding(FindingKind.RARE_TYPES, rare(corpora)),
        new Finding(FindingKind.UNUSED_TYPES, unused));
  }

  private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> others) {
    SortedSet<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static Case unknown(CheckedCorpora corpora, CorpusPart part, String type) {
    List<Quote> quotes = new ArrayList<>();
    for (CheckedCorpora.Located located : corpora.sentences()) {
      List<Span> spans = located.sentence().spans();
      for (Span span : spans) {
        if (located.part() == part && span.type().equals(type)) {
          quotes.add(
              new Quote(
                  located.place(span.start()),
                  MarkedText.around(
                      located.sentence().tokens(), List.of(span), span.start(), span.end())));
        }
      }
    }
    return new Case(
        type + ": " + quotes.size() + " in " + part + ", none in train",
        Map.of("type", type, "part", part.toString(), "count", quotes.size()),
        quotes);
  }

  private static List<Case> rare(CheckedCorpora corpora) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (CheckedFile file : corpora.files(CorpusPart.TRAIN)) {
      file.corpus()
          .sentences()
          .forEach(s -> s.spans().forEach(span -> counts.merge(span.type(), 1, Integer::sum)));
    }
    List<Map.Entry<String, Integer>> rarestFirst = new ArrayList<>(counts.entrySet());
    rarestFirst.removeIf(type -> type.getValue() >= RARE);
    rarestFirst.sort(Map.Entry.comparingByValue());
    List<Case> rare = new ArrayList<>();
    for (Map.Entry<String, Integer> type : rarestFirst) {
      rare.add(
          new Case(
              type.getKey() + ": " + type.getValue() + ", fewer than " + RARE,
              Map.of("type", type.getKey(), "count", type.getValue()),
              List.of()));
    }
    return rare;
  }
}
