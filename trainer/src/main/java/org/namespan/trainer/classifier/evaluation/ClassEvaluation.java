package org.namespan.trainer.classifier.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.namespan.model.decode.Activation;
import org.namespan.trainer.evaluation.Bootstrap;
import org.namespan.trainer.evaluation.CalibrationError;
import org.namespan.trainer.evaluation.Interval;
import org.namespan.trainer.evaluation.ScoredPrediction;
import org.namespan.trainer.evaluation.Scores;

/** Counts how texts are classified, one after another. Not thread-safe. */
public final class ClassEvaluation {

  private final List<String> classes;
  private final Activation activation;
  private final List<Set<Integer>> gold = new ArrayList<>();
  private final List<Set<Integer>> predicted = new ArrayList<>();
  private final List<double[]> scores = new ArrayList<>();

  /**
   * @param classes of the model, in its order
   */
  public ClassEvaluation(List<String> classes, Activation activation) {
    this.classes = List.copyOf(classes);
    this.activation = activation;
  }

  /**
   * Adds a text.
   *
   * @param goldNames the classes that it has, each of the model
   * @param found the classes that it was given, counted from 0
   * @param scoresOfText the score of each class
   */
  public void add(Collection<String> goldNames, Collection<Integer> found, double[] scoresOfText) {
    Set<Integer> indices = new HashSet<>();
    for (String name : goldNames) {
      indices.add(classes.indexOf(name));
    }
    gold.add(indices);
    predicted.add(new HashSet<>(found));
    scores.add(scoresOfText);
  }

  /** Whether texts may have any number of classes. */
  public boolean hasSeveralClasses() {
    return activation == Activation.SIGMOID;
  }

  /** The classes of the model, in its order. */
  public List<String> classes() {
    return classes;
  }

  /** What was counted. */
  public ClassEvaluationResult result() {
    double[] right = new double[gold.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = gold.get(i).equals(predicted.get(i)) ? 1 : 0;
    }
    double accuracy = 0;
    for (double each : right) {
      accuracy += each / right.length;
    }
    Map<String, ClassScore> byClass = new LinkedHashMap<>();
    long truePositives = 0;
    long found = 0;
    long support = 0;
    for (int c = 0; c < classes.size(); c++) {
      ClassScore score = scoreOf(c);
      byClass.put(classes.get(c), score);
      truePositives += score.counts().truePositives();
      found += score.counts().predicted();
      support += score.counts().support();
    }
    return new ClassEvaluationResult(
        gold.size(),
        accuracy,
        Bootstrap.mean(right),
        new Scores(truePositives, found, support),
        byClass,
        activation == Activation.SOFTMAX ? confusions() : List.of(),
        CalibrationError.of(scoredPredictions()));
  }

  private ClassScore scoreOf(int c) {
    long truePositives = 0;
    long found = 0;
    long support = 0;
    for (int i = 0; i < gold.size(); i++) {
      Scores ofText = counts(i, c);
      truePositives += ofText.truePositives();
      found += ofText.predicted();
      support += ofText.support();
    }
    return new ClassScore(new Scores(truePositives, found, support), curve(c).area());
  }

  /** Each count is 0 or 1. */
  private Scores counts(int text, int c) {
    boolean given = predicted.get(text).contains(c);
    boolean wanted = gold.get(text).contains(c);
    return new Scores(given && wanted ? 1 : 0, given ? 1 : 0, wanted ? 1 : 0);
  }

  /** The 95 % interval of the F1 of a class, counted from 0, by the bootstrap over texts. */
  public Interval f1Interval(int c) {
    return Bootstrap.f1(IntStream.range(0, gold.size()).mapToObj(i -> counts(i, c)).toList());
  }

  /** How the scores of a class, counted from 0, rank the texts. */
  public RankingCurve curve(int c) {
    return curve(new int[] {c});
  }

  /** How the scores of all classes rank all pairs of a text and a class. */
  public RankingCurve curve() {
    return curve(IntStream.range(0, classes.size()).toArray());
  }

  private RankingCurve curve(int[] some) {
    double[] flat = new double[gold.size() * some.length];
    boolean[] positive = new boolean[flat.length];
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; j < some.length; j++) {
        flat[i * some.length + j] = scores.get(i)[some[j]];
        positive[i * some.length + j] = gold.get(i).contains(some[j]);
      }
    }
    return RankingCurve.of(flat, positive);
  }

  /** The texts whose classes are not the gold ones, the surest first. */
  public List<ClassError> errors() {
    List<ClassError> errors = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      if (!gold.get(i).equals(predicted.get(i))) {
        errors.add(new ClassError(i, names(gold.get(i)), names(predicted.get(i)), certainty(i)));
      }
    }
    errors.sort(Comparator.comparingDouble(error -> -error.certainty()));
    return errors;
  }

  private List<String> names(Set<Integer> some) {
    return some.stream().sorted().map(classes::get).toList();
  }

  private double certainty(int text) {
    double given = 0;
    double missed = 0;
    for (int c = 0; c < classes.size(); c++) {
      double score = scores.get(text)[c];
      Scores counts = counts(text, c);
      if (counts.predicted() > counts.support()) {
        given = Math.max(given, score);
      } else if (counts.support() > counts.predicted()) {
        missed = Math.max(missed, 1 - score);
      }
    }
    return given > 0 ? given : missed;
  }

  private List<ConfusedClasses> confusions() {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      int wanted = gold.get(i).iterator().next();
      int given = predicted.get(i).iterator().next();
      if (wanted != given) {
        counts.merge(List.of(wanted, given), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(
            cell ->
                new ConfusedClasses(
                    classes.get(cell.getKey().get(0)),
                    classes.get(cell.getKey().get(1)),
                    cell.getValue()))
        .sorted(
            Comparator.comparingInt((ConfusedClasses cell) -> -cell.count())
                .thenComparing(ConfusedClasses::gold)
                .thenComparing(ConfusedClasses::predicted))
        .toList();
  }

  /** The likeliest class of each text, or every class of each where it may have several. */
  public List<ScoredPrediction> scoredPredictions() {
    List<ScoredPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      double[] ofText = scores.get(i);
      for (int c = 0; c < ofText.length; c++) {
        boolean told = activation == Activation.SIGMOID || predicted.get(i).contains(c);
        if (told) {
          predictions.add(new ScoredPrediction(ofText[c], gold.get(i).contains(c)));
        }
      }
    }
    return predictions;
  }
}
