package org.namespan.trainer.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.namespan.model.tag.Span;

/** Counts right, predicted and gold spans by type. */
final class SpanTally {

  private final Map<String, Counts> byType = new TreeMap<>();

  /** Adds one sentence and returns its counts, all types together. */
  Scores add(List<Span> gold, List<Span> predicted) {
    for (Span span : gold) {
      countsOf(span).support++;
    }
    Set<Span> goldSpans = new HashSet<>(gold);
    int right = 0;
    for (Span span : predicted) {
      Counts counts = countsOf(span);
      counts.predicted++;
      if (goldSpans.contains(span)) {
        counts.truePositives++;
        right++;
      }
    }
    return new Scores(right, predicted.size(), gold.size());
  }

  private Counts countsOf(Span span) {
    return byType.computeIfAbsent(span.type(), type -> new Counts());
  }

  Map<String, Scores> perType() {
    Map<String, Scores> scores = new TreeMap<>();
    byType.forEach((type, counts) -> scores.put(type, counts.toScores()));
    return scores;
  }

  Scores overall() {
    Counts sum = new Counts();
    for (Counts counts : byType.values()) {
      sum.truePositives += counts.truePositives;
      sum.predicted += counts.predicted;
      sum.support += counts.support;
    }
    return sum.toScores();
  }

  private static final class Counts {
    long truePositives;
    long predicted;
    long support;

    Scores toScores() {
      return new Scores(truePositives, predicted, support);
    }
  }
}
