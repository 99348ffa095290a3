package org.namespan.examples.benchmarks.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

/**
 * A corpus with faults in known places, as many of each kind. Entities are drawn at random, at most
 * one in two neighbours of a sentence; new types and shifts are drawn evenly.
 *
 * @param corpus the corpus with its faults
 * @param faults what was done, in the order of drawing
 */
public record PlantedFaults(Corpus corpus, List<Fault> faults) {

  /** Copies the list. */
  public PlantedFaults {
    faults = List.copyOf(faults);
  }

  /**
   * Plants faults; the same corpus, number and seed give the same.
   *
   * @param count of faults
   * @throws IllegalArgumentException if there are not enough entities, or only one type
   */
  public static PlantedFaults in(Corpus corpus, int count, long seed) {
    return new Planting(corpus, new Random(seed)).plant(count);
  }

  /** One entity, by the indexes of its sentence and of itself in it. */
  private record Place(int sentence, int span) {}

  private static final class Planting {
    private final Corpus corpus;
    private final Random random;
    private final List<String> types;

    /** Null where an entity was dropped. */
    private final List<List<Span>> spans = new ArrayList<>();

    private final List<boolean[]> changed = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Planting(Corpus corpus, Random random) {
      this.corpus = corpus;
      this.random = random;
      this.types = new ArrayList<>(corpus.types());
      if (types.size() < 2) {
        throw new IllegalArgumentException(
            "found " + types.size() + " entity types, expected 2 or more to swap them");
      }
      for (Sentence sentence : corpus.sentences()) {
        spans.add(new ArrayList<>(sentence.spans()));
        changed.add(new boolean[sentence.spans().size()]);
      }
    }

    PlantedFaults plant(int count) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i < spans.size(); i++) {
        for (int k = 0; k < spans.get(i).size(); k++) {
          places.add(new Place(i, k));
        }
      }
      Collections.shuffle(places, random);
      Fault.Kind[] kinds = Fault.Kind.values();
      for (Place place : places) {
        if (faults.size() < count && isFree(place)) {
          change(place, kinds[faults.size() % kinds.length]);
        }
      }
      if (faults.size() < count) {
        throw new IllegalArgumentException(
            "found entities for " + faults.size() + " faults, expected " + count);
      }
      List<Sentence> sentences = new ArrayList<>();
      for (int i = 0; i < spans.size(); i++) {
        List<Span> left = new ArrayList<>(spans.get(i));
        left.removeIf(span -> span == null);
        sentences.add(corpus.sentences().get(i).withSpans(left, List.of()));
      }
      return new PlantedFaults(corpus.withSentences(sentences), faults);
    }

    private boolean isFree(Place place) {
      boolean[] ofSentence = changed.get(place.sentence());
      for (int k = Math.max(0, place.span() - 1);
          k <= Math.min(ofSentence.length - 1, place.span() + 1);
          k++) {
        if (ofSentence[k]) {
          return false;
        }
      }
      return true;
    }

    private void change(Place place, Fault.Kind kind) {
      Span was = spans.get(place.sentence()).get(place.span());
      Span is = null;
      if (kind == Fault.Kind.TYPE) {
        List<String> others = new ArrayList<>(types);
        others.remove(was.type());
        is = new Span(others.get(random.nextInt(others.size())), was.start(), was.end());
      } else if (kind == Fault.Kind.BOUNDS) {
        List<Span> shifted = shifted(place);
        if (shifted.isEmpty()) {
          return;
        }
        is = shifted.get(random.nextInt(shifted.size()));
      }
      spans.get(place.sentence()).set(place.span(), is);
      changed.get(place.sentence())[place.span()] = true;
      faults.add(
          new Fault(
              kind,
              place.sentence(),
              is == null ? was.start() : Math.min(was.start(), is.start()),
              is == null ? was.end() : Math.max(was.end(), is.end())));
    }

    /** The ways of shifting one end that leave a token and touch no other entity. */
    private List<Span> shifted(Place place) {
      List<Span> ofSentence = spans.get(place.sentence());
      Span span = ofSentence.get(place.span());
      int from = place.span() == 0 ? 0 : ofSentence.get(place.span() - 1).end();
      int to =
          place.span() + 1 == ofSentence.size()
              ? corpus.sentences().get(place.sentence()).tokens().size()
              : ofSentence.get(place.span() + 1).start();
      List<Span> shifted = new ArrayList<>();
      for (int[] ends :
          new int[][] {
            {span.start() - 1, span.end()},
            {span.start() + 1, span.end()},
            {span.start(), span.end() - 1},
            {span.start(), span.end() + 1}
          }) {
        if (ends[0] >= from && ends[1] <= to && ends[0] < ends[1]) {
          shifted.add(new Span(span.type(), ends[0], ends[1]));
        }
      }
      return shifted;
    }
  }
}
