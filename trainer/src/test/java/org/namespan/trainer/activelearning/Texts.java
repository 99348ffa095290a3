package org.namespan.trainer.activelearning;

import java.nio.file.Path;
import java.util.List;

/** Texts and what a model makes of them, written by hand. */
final class Texts {

  private Texts() {}

  /** A text of one sentence, its tokens apart by spaces. */
  static UnlabelledText text(String tokens) {
    return new UnlabelledText(tokens, List.of(List.of(tokens.split(" "))), Path.of("raw.txt"), 0);
  }

  /** The same with the entropy of each token. */
  static WordUncertainty uncertain(String tokens, double... entropies) {
    float[] floats = new float[entropies.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) entropies[i];
    }
    List<String> words = List.of(tokens.split(" ")).stream().map(WordUncertainty::form).toList();
    return new WordUncertainty(text(tokens), words, floats);
  }
}
