package org.namespan.trainer.activelearning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.namespan.trainer.corpus.SoftSentence;

/**
 * How unsure models are of a text, word by word, and what of that a batch leaves.
 *
 * <p>The uncertainty of a token is the entropy of its label distribution in nats, {@code H = -sum p
 * ln p} (C. E. Shannon 1948). A word that the batch holds already teaches less the next time: its
 * uncertainty counts {@value #DISCOUNT} times as much for each text with it. The score of a text is
 *
 * <pre>{@code
 * score = sum over tokens t of H(t) * DISCOUNT^(chosen texts with the word of t) / sqrt(tokens)
 * }</pre>
 *
 * <p>Divided by the tokens it would be the mean entropy, which prefers short texts that teach
 * little each; undivided, long ones that cost much. The sum over words with diminishing returns is
 * submodular: greedy choice is near the best batch (K. Wei, R. Iyer and J. Bilmes, Submodularity in
 * Data Subset Selection and Active Learning, 2015).
 *
 * @param text the text
 * @param words the form of each token under which words count as the same
 * @param entropies of each token
 */
record WordUncertainty(UnlabelledText text, List<String> words, float[] entropies) {

  /** What is left of the uncertainty of a word that the batch has once more. */
  static final double DISCOUNT = 0.5;

  /**
   * The uncertainty of a text.
   *
   * @param sentences those of its sentences that are not labelled yet, with the distributions of
   *     their tokens
   */
  static WordUncertainty of(UnlabelledText text, List<SoftSentence> sentences) {
    List<String> words = new ArrayList<>();
    for (SoftSentence sentence : sentences) {
      sentence.tokens().forEach(token -> words.add(form(token)));
    }
    float[] entropies = new float[words.size()];
    int t = 0;
    for (SoftSentence sentence : sentences) {
      for (float[] weights : sentence.weights()) {
        entropies[t++] = entropy(weights);
      }
    }
    return new WordUncertainty(text, words, entropies);
  }

  /** Two words are the same in any case, and numbers by their length. */
  static String form(String token) {
    StringBuilder form = new StringBuilder(token.toLowerCase(Locale.ROOT));
    for (int i = 0; i < form.length(); i++) {
      if (Character.isDigit(form.charAt(i))) {
        form.setCharAt(i, '0');
      }
    }
    return form.toString();
  }

  /** The score beside texts that hold words as often as the map says. */
  double score(Map<String, Integer> chosen) {
    double sum = 0;
    for (int t = 0; t < entropies.length; t++) {
      sum += entropies[t] * Math.pow(DISCOUNT, chosen.getOrDefault(words.get(t), 0));
    }
    return sum / Math.sqrt(entropies.length);
  }

  /** The score of the text alone. */
  double score() {
    return score(Map.of());
  }

  /** The different words. */
  Set<String> vocabulary() {
    return new HashSet<>(words);
  }

  /** Counts the words of the text as chosen once more. */
  void addTo(Map<String, Integer> chosen) {
    vocabulary().forEach(word -> chosen.merge(word, 1, Integer::sum));
  }

  /** The entropy in nats of weights that sum to 1: 0.6931 of {@code [0.5, 0.5]}. */
  static float entropy(float[] weights) {
    double entropy = 0;
    for (float weight : weights) {
      entropy -= weight > 0 ? weight * Math.log(weight) : 0;
    }
    return (float) Math.max(0, entropy);
  }
}
