package org.namespan.model.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model in which every predicate of some contexts has a weight of its own. */
final class RandomMaxent {

  private final Map<String, Double> weights = new HashMap<>();

  RandomMaxent(Collection<String[]> contexts) {
    Random random = new Random(7);
    for (String[] context : contexts) {
      for (String predicate : context) {
        weights.computeIfAbsent(predicate, absent -> random.nextGaussian());
      }
    }
  }

  BinaryMaxentModel model() {
    List<String> predicates = new ArrayList<>(weights.keySet());
    return BinaryMaxentModel.of(
            predicates.stream().mapToLong(BinaryMaxentModel::hash).toArray(),
            predicates.stream().mapToDouble(weights::get).toArray(),
            true)
        .orElseThrow();
  }

  /** What the predicates of a context come to. */
  double logOdds(String[] context) {
    double sum = 0;
    for (String predicate : context) {
      sum += weights.get(predicate);
    }
    return sum;
  }
}
