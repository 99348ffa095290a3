package org.namespan.trainer.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.namespan.model.text.TextModels;

/**
 * What a run puts into its model file without training on it. Kept in the checkpoint, for a run
 * that goes on must be given the same.
 *
 * @param tokenizer how the model splits text: {@code learned} or {@code whitespace}
 * @param facts those given to the run, without the trainer's own
 */
public record RunOptions(String tokenizer, Map<String, String> facts) {

  /** Copies the map. */
  public RunOptions {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** The options of a run with these text models. */
  static RunOptions of(TextModels textModels, Map<String, String> facts) {
    boolean whitespace = textModels.tokenizer().equals(TextModels.WHITESPACE);
    return new RunOptions(whitespace ? "whitespace" : "learned", facts);
  }

  /**
   * Tells the differences to other options: {@code tokenizer learned, not whitespace; fact language
   * en, not de}; empty if there are none.
   */
  String difference(RunOptions other) {
    List<String> differences = new ArrayList<>();
    if (!tokenizer.equals(other.tokenizer)) {
      differences.add("tokenizer " + tokenizer + ", not " + other.tokenizer);
    }
    TreeSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    for (String name : names) {
      if (!Objects.equals(facts.get(name), other.facts.get(name))) {
        String own = facts.getOrDefault(name, "none");
        differences.add(
            "fact " + name + " " + own + ", not " + other.facts.getOrDefault(name, "none"));
      }
    }
    return String.join("; ", differences);
  }
}
