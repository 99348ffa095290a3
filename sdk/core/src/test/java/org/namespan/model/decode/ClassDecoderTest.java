package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassDecoderTest {

  private static final double E = Math.E;

  @Test
  void softmaxIsTheFormula() {
    ClassDecoder decoder = ClassDecoder.softmax(ScoreCalibration.NONE);
    double[] expected = {1 / (1 + E + E * E), E / (1 + E + E * E), E * E / (1 + E + E * E)};
    assertArrayEquals(expected, decoder.scores(new float[] {1, 2, 3, 99}, 3), 1e-12);
    assertArrayEquals(expected, decoder.scores(new float[] {1001, 1002, 1003}, 3), 1e-12);
  }

  @Test
  void aTemperatureOfTwoHalvesTheLogits() {
    ClassDecoder decoder = ClassDecoder.softmax(new ScoreCalibration(0.5f, 0));
    assertArrayEquals(
        new double[] {1 / (1 + E), E / (1 + E)}, decoder.scores(new float[] {2, 4}, 2), 1e-12);
  }

  @Test
  void eachSigmoidIsByItself() {
    ClassDecoder decoder =
        ClassDecoder.sigmoid(new ScoreCalibration(2, 1), List.of(0.5f, 0.5f, 0.5f));
    double[] scores = decoder.scores(new float[] {0, -0.5f, -1000}, 3);
    assertArrayEquals(new double[] {E / (1 + E), 0.5, 0}, scores, 1e-12);
  }

  @Test
  void softmaxGivesTheFirstOfTheLargest() {
    ClassDecoder decoder = ClassDecoder.softmax(ScoreCalibration.NONE);
    assertEquals(List.of(1), decoder.classes(new double[] {0.2, 0.4, 0.4}));
    assertEquals(List.of(0), decoder.classes(new double[] {0.5, 0.5}));
  }

  @Test
  void sigmoidsGiveAllFromTheirThresholdOn() {
    ClassDecoder decoder = ClassDecoder.sigmoid(ScoreCalibration.NONE, List.of(0.5f, 0.25f, 0.75f));
    assertEquals(List.of(0, 1), decoder.classes(new double[] {0.5, 0.3, 0.7}));
    assertEquals(List.of(), decoder.classes(new double[] {0.4, 0.2, 0.7}));
    assertEquals(List.of(0, 1, 2), decoder.classes(new double[] {1, 1, 1}));
  }
}
