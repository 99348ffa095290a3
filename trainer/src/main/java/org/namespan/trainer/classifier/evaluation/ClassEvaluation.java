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
import org.namespan.model.decode.Activation;
import org.namespan.trainer.evaluation.Bootstrap;
import org.namespan.trainer.evaluation.CalibrationError;
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
    double[] ofClass = new double[gold.size()];
    boolean[] positive = new boolean[gold.size()];
    for (int i = 0; i < ofClass.length; i++) {
      positive[i] = gold.get(i).contains(c);
      boolean given = predicted.get(i).contains(c);
      ofClass[i] = scores.get(i)[c];
      support += positive[i] ? 1 : 0;
      found += given ? 1 : 0;
      truePositives += positive[i] && given ? 1 : 0;
    }
    return new ClassScore(
        new Scores(truePositives, found, support), RankingArea.of(ofClass, positive));
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
