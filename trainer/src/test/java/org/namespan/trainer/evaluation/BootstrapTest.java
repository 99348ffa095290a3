package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final Scores RIGHT = new Scores(1, 1, 1);
  private static final Scores WRONG = new Scores(0, 1, 1);
  private static final Scores EMPTY = new Scores(0, 0, 0);

  /** Two sentences, one right: draws score 1, 1/2 and 0 with probability 1/4, 1/2 and 1/4. */
  @Test
  void twoSentences() {
    assertEquals(new Interval(0, 1), Bootstrap.f1(List.of(RIGHT, WRONG)));
  }

  /**
   * Nine sentences right, one wrong: F1 of a draw is 1 - K/10 with K binomial(10, 0.1). P(K = 0) is
   * .349, P(K > 2) is .070 and P(K > 3) is .013, so the 2.5 % at the ends lie at K = 0 and K = 3.
   */
  @Test
  void tenSentences() {
    List<Scores> sentences = new ArrayList<>(Collections.nCopies(9, RIGHT));
    sentences.add(WRONG);
    Interval interval = Bootstrap.f1(sentences);
    assertEquals(0.7, interval.low(), 1e-12);
    assertEquals(1, interval.high());
  }

  /**
   * A hundred sentences with one entity each, 80 right: the binomial(100, 0.8) has its 2.5 % and
   * 97.5 % at .72 and .87, found by adding up its terms. A thousand draws may miss by .01.
   */
  @Test
  void agreesWithTheBinomialDistribution() {
    List<Scores> sentences = new ArrayList<>(Collections.nCopies(80, RIGHT));
    sentences.addAll(Collections.nCopies(20, WRONG));
    Interval interval = Bootstrap.f1(sentences);
    assertEquals(0.72, interval.low(), 0.011);
    assertEquals(0.87, interval.high(), 0.011);
  }

  /**
   * Two taggers right on different halves, and never both: their difference is 1 - 2K/10 with K
   * binomial(10, 0.5), and P(K < 2) is .011, P(K < 3) is .055. A tagger never differs from itself.
   */
  @Test
  void differenceIsPaired() {
    List<Scores> one = new ArrayList<>(Collections.nCopies(5, RIGHT));
    one.addAll(Collections.nCopies(5, WRONG));
    List<Scores> other = new ArrayList<>(one);
    Collections.reverse(other);
    Interval difference = Bootstrap.f1Difference(one, other);
    assertEquals(-0.6, difference.low(), 1e-12);
    assertEquals(0.6, difference.high(), 1e-12);
    assertEquals(new Interval(0, 0), Bootstrap.f1Difference(one, one));
    assertThrows(
        IllegalArgumentException.class, () -> Bootstrap.f1Difference(one, one.subList(0, 9)));
  }

  @Test
  void withoutSentences() {
    assertEquals(new Interval(0, 0), Bootstrap.f1(List.of()));
    assertEquals(new Interval(0, 0), Bootstrap.f1(List.of(EMPTY)));
  }

  @Property(seed = "20", tries = 100)
  void holdsTheScore(@ForAll("sentences") List<Scores> sentences) {
    Interval interval = Bootstrap.f1(sentences);
    // The score worked out by precision and recall may be off by a rounding.
    Interval wider = new Interval(interval.low() - 1e-12, interval.high() + 1e-12);
    assertTrue(wider.contains(f1(sentences)), interval + " " + f1(sentences));
    assertTrue(interval.low() >= 0 && interval.high() <= 1, interval.toString());
  }

  @Property(seed = "20", tries = 100)
  void oneSentenceOverAndOverLeavesNoDoubt(
      @ForAll("sentence") Scores sentence, @ForAll @IntRange(min = 1, max = 50) int times) {
    List<Scores> sentences = Collections.nCopies(times, sentence);
    assertEquals(new Interval(sentence.f1(), sentence.f1()), Bootstrap.f1(sentences));
  }

  /** Width goes with the root of the number of sentences: 16 copies of a text, a quarter of it. */
  @Test
  void shrinksWithMoreSentences() {
    List<Scores> sentences = new ArrayList<>(Collections.nCopies(30, RIGHT));
    sentences.addAll(Collections.nCopies(30, new Scores(1, 2, 3)));
    sentences.addAll(Collections.nCopies(40, EMPTY));
    List<Scores> more = new ArrayList<>();
    Collections.nCopies(16, sentences).forEach(more::addAll);
    assertEquals(0.25, width(more) / width(sentences), 0.03);
  }

  private static double width(List<Scores> sentences) {
    Interval interval = Bootstrap.f1(sentences);
    return interval.high() - interval.low();
  }

  private static double f1(List<Scores> sentences) {
    double right = 0;
    double predicted = 0;
    double gold = 0;
    for (Scores sentence : sentences) {
      right += sentence.truePositives();
      predicted += sentence.predicted();
      gold += sentence.support();
    }
    if (right == 0) {
      return 0;
    }
    double precision = right / predicted;
    double recall = right / gold;
    return 2 * precision * recall / (precision + recall);
  }

  @Provide
  Arbitrary<List<Scores>> sentences() {
    return sentence().list().ofMinSize(1).ofMaxSize(30);
  }

  @Provide
  Arbitrary<Scores> sentence() {
    Arbitrary<Integer> count = Arbitraries.integers().between(0, 5);
    return Combinators.combine(count, count, count)
        .as((right, more, missed) -> new Scores(right, right + more, right + missed));
  }
}
