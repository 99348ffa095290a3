package org.namespan.trainer.distillation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.io.AtomicFile;

/**
 * A stretch of a sentence where models that did not see it find other labels likelier than the
 * annotated ones: often a wrong annotation (Wang et al. 2019, CrossWeigh).
 *
 * @param goldProbability probability of the annotated label that is least likely there
 * @param line of its first token in the corpus file
 * @param tokens of the stretch
 * @param gold their annotated labels
 * @param likeliest their likeliest labels
 */
public record Disagreement(
    double goldProbability,
    int line,
    List<String> tokens,
    List<String> gold,
    List<String> likeliest) {

  /**
   * All disagreements of a corpus, the least likely annotations first.
   *
   * @param labelled the sentences of {@code corpus} as other models label them
   * @param scheme of those labels
   */
  public static List<Disagreement> find(Corpus corpus, SoftCorpus labelled, TagScheme scheme) {
    List<Disagreement> found = new ArrayList<>();
    for (int i = 0; i < corpus.sentences().size(); i++) {
      Sentence sentence = corpus.sentences().get(i);
      List<String> gold = sentence.tags(scheme).stream().map(Tag::toString).toList();
      find(sentence, gold, labelled.sentences().get(i), labelled.labels(), found);
    }
    found.sort(Comparator.comparingDouble(Disagreement::goldProbability));
    return found;
  }

  private static void find(
      Sentence sentence,
      List<String> gold,
      SoftSentence soft,
      List<String> labels,
      List<Disagreement> found) {
    int time = gold.size();
    List<String> likeliest = new ArrayList<>(time);
    for (int t = 0; t < time; t++) {
      likeliest.add(likeliest(soft, t, labels));
    }
    for (int start = 0; start < time; start++) {
      int end = start;
      double least = 1;
      while (end < time && !likeliest.get(end).equals(gold.get(end))) {
        least = Math.min(least, weight(soft, end, labels.indexOf(gold.get(end))));
        end++;
      }
      if (end > start) {
        found.add(
            new Disagreement(
                least,
                sentence.line(start),
                sentence.tokens().subList(start, end),
                gold.subList(start, end),
                likeliest.subList(start, end)));
        start = end;
      }
    }
  }

  private static String likeliest(SoftSentence soft, int t, List<String> labels) {
    int best = 0;
    for (int i = 1; i < soft.weights()[t].length; i++) {
      best = soft.weights()[t][i] > soft.weights()[t][best] ? i : best;
    }
    return labels.get(soft.labels()[t][best]);
  }

  private static double weight(SoftSentence soft, int t, int label) {
    for (int i = 0; i < soft.labels()[t].length; i++) {
      if (soft.labels()[t][i] == label) {
        return soft.weights()[t][i];
      }
    }
    return 0;
  }

  /** Writes a table for people: columns apart by TAB and named in the first line. */
  public static void write(List<Disagreement> disagreements, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("gold_probability\tline\ttokens\tgold\tlikeliest");
    for (Disagreement each : disagreements) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%.3f\t%d\t%s\t%s\t%s",
              each.goldProbability,
              each.line,
              String.join(" ", each.tokens),
              String.join(" ", each.gold),
              String.join(" ", each.likeliest)));
    }
    AtomicFile.write(file, temporary -> Files.write(temporary, lines));
  }
}
