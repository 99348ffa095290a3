package org.namespan.model.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model in which every feature of some contexts has a margin of its own. */
final class RandomMaxent {

  private final Map<String, Double> margins = new HashMap<>();

  RandomMaxent(Collection<String[]> contexts) {
    Random random = new Random(7);
    for (String[] context : contexts) {
      for (String feature : context) {
        margins.computeIfAbsent(feature, absent -> random.nextGaussian());
      }
    }
  }

  Maxent model() {
    List<String> features = new ArrayList<>(margins.keySet());
    return Maxent.of(
        features.stream().mapToLong(Maxent::hash).toArray(),
        features.stream().mapToDouble(margins::get).toArray(),
        true);
  }

  /** What the features of a context come to. */
  double margin(String[] context) {
    double sum = 0;
    for (String feature : context) {
      sum += margins.get(feature);
    }
    return sum;
  }
}
