package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.CorpusException;

/**
 * The {@code conlleval}-style scores of a part of the spans.
 *
 * @param name of the part, such as {@code 2 tokens}
 * @param scores of its spans
 */
public record ScoreGroup(String name, Scores scores) {

  /** A length class ends before the first length of the next one; the last one has no end. */
  private record Lengths(List<String> names, List<Integer> ends) {

    int classOf(int length) {
      int group = 0;
      while (group < ends.size() && length >= ends.get(group)) {
        group++;
      }
      return group;
    }
  }

  private static final Lengths OF_ENTITIES =
      new Lengths(List.of("1 token", "2 tokens", "3 tokens", "4 or more tokens"), List.of(2, 3, 4));

  private static final Lengths OF_SENTENCES =
      new Lengths(
          List.of("1 to 10 tokens", "11 to 20 tokens", "21 to 40 tokens", "41 or more tokens"),
          List.of(11, 21, 41));

  /**
   * Scores by the length of the entity: 1, 2, 3, and 4 or more tokens. Each span, gold or
   * predicted, stands in the group of its own length. One that is right has the length of its gold
   * span, so precision, recall and F1 are defined in each group, and the groups add up to all
   * spans.
   */
  static List<ScoreGroup> byEntityLength(List<ComparedSentence> corpus) {
    List<SpanTally> tallies = tallies(OF_ENTITIES);
    for (ComparedSentence sentence : corpus) {
      for (int i = 0; i < tallies.size(); i++) {
        tallies.get(i).add(ofLength(i, sentence.gold()), ofLength(i, sentence.predicted()));
      }
    }
    return groups(OF_ENTITIES, tallies);
  }

  private static List<Span> ofLength(int group, List<Span> spans) {
    return spans.stream()
        .filter(span -> OF_ENTITIES.classOf(span.end() - span.start()) == group)
        .toList();
  }

  /** Scores by the length of the sentence: to 10, to 20, to 40, and 41 or more tokens. */
  static List<ScoreGroup> bySentenceLength(List<ComparedSentence> corpus) {
    List<SpanTally> tallies = tallies(OF_SENTENCES);
    for (ComparedSentence sentence : corpus) {
      int length = sentence.sentence().tokens().size();
      tallies.get(OF_SENTENCES.classOf(length)).add(sentence.gold(), sentence.predicted());
    }
    return groups(OF_SENTENCES, tallies);
  }

  /**
   * Scores of all spans with the tokens as they are, in lower and in upper case.
   *
   * @param types the types that the tagger predicts
   * @throws CorpusException as for all scores of a tagger
   */
  public static List<ScoreGroup> byCase(CorpusTagger tagger, Set<String> types, GoldCorpus gold)
      throws CorpusException {
    List<ScoreGroup> groups = new ArrayList<>();
    for (Casing casing : Comparison.CASES) {
      Scores scores = ModelEvaluation.spanScores(tagger, types, gold.in(casing));
      groups.add(new ScoreGroup(casing.toString(), scores));
    }
    return groups;
  }

  private static List<SpanTally> tallies(Lengths lengths) {
    return lengths.names().stream().map(name -> new SpanTally()).toList();
  }

  private static List<ScoreGroup> groups(Lengths lengths, List<SpanTally> tallies) {
    List<ScoreGroup> groups = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      groups.add(new ScoreGroup(lengths.names().get(i), tallies.get(i).overall()));
    }
    return groups;
  }
}
