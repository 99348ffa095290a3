package org.namespan.trainer.network.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.model.decode.Activation;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentences;

class ClassLossTest {

  private static final List<String> CLASSES = List.of("a", "b", "c");

  private static Batch batch(Activation activation, List<List<String>> classes) {
    ClassTargets targets = new ClassTargets(activation, CLASSES);
    return Batch.of(
        classes.stream()
            .map(names -> EncodedSentences.of(new int[] {2, 3}, targets.of(names)))
            .toList());
  }

  @Test
  void softmaxIsTheCrossEntropy() {
    Batch batch = batch(Activation.SOFTMAX, List.of(List.of("b"), List.of("a")));
    float[] logits = {0, 1, 2, 1, 1, 1};
    double e = Math.E;
    double expected = (Math.log(1 + e + e * e) - 1 + Math.log(3)) / 2;
    assertEquals(
        expected,
        new ClassLoss(Activation.SOFTMAX, 3, 0).evaluate(logits, batch, new float[6]),
        1e-6);
  }

  @Test
  void sigmoidsAddUpTheirCrossEntropies() {
    Batch batch = batch(Activation.SIGMOID, List.of(List.of("a", "c"), List.of()));
    float[] logits = {0, 1, -1, 0, 0, 2};
    double first = Math.log(2) + Math.log(1 + Math.E) + Math.log(1 + Math.E);
    double second = 2 * Math.log(2) + Math.log(1 + Math.exp(2));
    assertEquals(
        (first + second) / 2,
        new ClassLoss(Activation.SIGMOID, 3, 0).evaluate(logits, batch, new float[6]),
        1e-6);
  }

  @Test
  void theGradientIsTheSlopeOfTheLoss() {
    Random random = new Random(5);
    for (Activation activation : Activation.values()) {
      for (double smoothing : new double[] {0, 0.2}) {
        Batch batch = batch(activation, List.of(List.of("b"), List.of("c"), List.of("a")));
        ScoreLoss loss = new ClassHead(activation, 1, 3).loss(smoothing);
        float[] logits = new float[9];
        for (int i = 0; i < 9; i++) {
          logits[i] = 2 * (float) random.nextGaussian();
        }
        float[] gradient = new float[9];
        loss.evaluate(logits, batch, gradient);
        for (int i = 0; i < 9; i++) {
          float[] more = logits.clone();
          float[] less = logits.clone();
          more[i] += 0.01f;
          less[i] -= 0.01f;
          double slope =
              (loss.evaluate(more, batch, new float[9]) - loss.evaluate(less, batch, new float[9]))
                  / (more[i] - less[i]);
          assertEquals(slope, gradient[i], 1e-4);
        }
      }
    }
  }

  @Test
  void targetsThatDoNotFitAreRefused() {
    ClassTargets one = new ClassTargets(Activation.SOFTMAX, CLASSES);
    assertThrows(IllegalArgumentException.class, () -> one.of(List.of("a", "b")));
    assertThrows(IllegalArgumentException.class, () -> one.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> one.of(List.of("d")));
  }
}
