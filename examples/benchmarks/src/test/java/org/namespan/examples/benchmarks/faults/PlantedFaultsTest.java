package org.namespan.examples.benchmarks.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.trainer.check.CheckedCorpora;
import org.namespan.trainer.check.CheckedFile;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.Doubt;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

class PlantedFaultsTest {

  private static Corpus corpus(int sentences) {
    List<Sentence> all = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      all.add(
          new Sentence(
              List.of("Ann", "Berg", "and", "Bob", "went", "to", "Oslo", "."),
              List.of(new Span("per", 0, 2), new Span("per", 3, 4), new Span("geo", 6, 7))));
    }
    return new Corpus("a.conll", all, 0);
  }

  @Test
  void asManyOfEachKindAndNothingElse() {
    Corpus corpus = corpus(100);
    PlantedFaults planted = PlantedFaults.in(corpus, 60, 1);
    for (Fault.Kind kind : Fault.Kind.values()) {
      assertEquals(20, planted.faults().stream().filter(f -> f.kind() == kind).count());
    }
    int changed = 0;
    for (int i = 0; i < 100; i++) {
      Sentence was = corpus.sentences().get(i);
      Sentence is = planted.corpus().sentences().get(i);
      assertEquals(was.tokens(), is.tokens());
      for (Span span : was.spans()) {
        if (!is.spans().contains(span)) {
          changed++;
          int sentence = i;
          assertTrue(
              planted.faults().stream()
                  .anyMatch(f -> f.sentence() == sentence && f.touches(List.of(span))));
        }
      }
      int dropped = was.spans().size() - is.spans().size();
      int sentence = i;
      assertEquals(
          dropped,
          planted.faults().stream()
              .filter(f -> f.sentence() == sentence && f.kind() == Fault.Kind.DROPPED)
              .count());
    }
    assertEquals(60, changed);
    assertEquals(planted, PlantedFaults.in(corpus, 60, 1));
  }

  @Test
  void tooManyFaults() {
    assertThrows(IllegalArgumentException.class, () -> PlantedFaults.in(corpus(2), 5, 1));
    Corpus one =
        new Corpus("a", List.of(new Sentence(List.of("a"), List.of(new Span("per", 0, 1)))), 0);
    assertThrows(IllegalArgumentException.class, () -> PlantedFaults.in(one, 1, 1));
  }

  /** Twenty sentences with one fault each; the list has the faults of the first five on top. */
  @Test
  void countsWhatStandsInTheFirstTenth() {
    Corpus corpus = corpus(20);
    PlantedFaults planted =
        new PlantedFaults(
            corpus,
            List.of(
                new Fault(Fault.Kind.TYPE, 0, 0, 2),
                new Fault(Fault.Kind.TYPE, 1, 0, 2),
                new Fault(Fault.Kind.DROPPED, 2, 6, 7),
                new Fault(Fault.Kind.BOUNDS, 0, 6, 8)));
    CheckedFile file =
        new CheckedFile(
            CorpusPart.TRAIN,
            Path.of("a.conll"),
            corpus,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    assertEquals(1, new CheckedCorpora(List.of(file)).files().size());
    List<Doubt> ranked = new ArrayList<>();
    for (int i : new int[] {0, 2, 5, 1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 3, 4}) {
      Sentence sentence = corpus.sentences().get(i);
      CheckedCorpora.Located located = new CheckedCorpora.Located(file, sentence);
      Span span = sentence.spans().get(i == 2 ? 2 : 0);
      ranked.add(
          i == 2
              ? new Doubt(located, List.of(), List.of(span), 0.01, 0.9)
              : new Doubt(located, List.of(span), List.of(), 0.02, 0.5));
    }
    // Two entities and two sentences are a tenth: those of sentences 0 and 2.
    assertEquals(
        "fault    planted  2 of 20 entities  2 of 20 sentences\n"
            + "type           2                 1                  1\n"
            + "bounds         1                 0                  1\n"
            + "dropped        1                 1                  1\n"
            + "all            4                 2                  3\n",
        FaultCommand.table(planted, ranked).toText());
  }
}
