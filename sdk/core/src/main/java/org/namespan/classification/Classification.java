package org.namespan.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a classifier makes of a text. Immutable.
 *
 * <pre>{@code
 * Classification found =
 *     new Classification(
 *         List.of("positive"),
 *         List.of(new ScoredClass("positive", 0.9), new ScoredClass("negative", 0.1)));
 * found.best(); // ScoredClass[name=positive, score=0.9]
 * found.score("negative"); // 0.1
 * }</pre>
 *
 * @param classes the classes that the text has, the likeliest first: exactly one, or with a model
 *     of several classes any number
 * @param scores every class of the model with its score, the likeliest first; of equal ones in the
 *     model's order
 */
public record Classification(List<String> classes, List<ScoredClass> scores) {

  /** Copies the lists; rejects no scores with an {@link IllegalArgumentException}. */
  public Classification {
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("found no scores, expected one of each class");
    }
    classes = Collections.unmodifiableList(new ArrayList<>(classes));
    scores = Collections.unmodifiableList(new ArrayList<>(scores));
  }

  /** The likeliest class, whether or not the text has it. */
  public ScoredClass best() {
    return scores.get(0);
  }

  /**
   * The score of a class.
   *
   * @throws IllegalArgumentException if the model has none of this name
   */
  public double score(String name) {
    List<String> names = new ArrayList<>();
    for (ScoredClass scored : scores) {
      if (scored.name().equals(name)) {
        return scored.score();
      }
      names.add(scored.name());
    }
    throw new IllegalArgumentException("class '" + name + "', expected one of " + names);
  }
}
