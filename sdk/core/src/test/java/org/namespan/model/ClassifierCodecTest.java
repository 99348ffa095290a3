package org.namespan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.ModelFormatException;
import org.namespan.model.decode.Activation;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.WordCase;
import org.namespan.model.text.CleaningStep;
import org.namespan.model.text.TextModels;

class ClassifierCodecTest {

  private static ClassifierMetadata metadata(
      Activation activation,
      List<Float> thresholds,
      ScoreCalibration calibration,
      List<CleaningStep> cleaning) {
    return new ClassifierMetadata(
        List.of("good", "bad \uD83D\uDE00"),
        activation,
        thresholds,
        calibration,
        cleaning,
        new FeatureRecipe(WordCase.ANY, true, List.of()),
        List.of("the", "a"),
        TextModels.whitespace(),
        Map.of("producer", "test"));
  }

  private static final ClassifierMetadata PLAIN =
      metadata(Activation.SOFTMAX, List.of(), ScoreCalibration.NONE, List.of());

  private static final ClassifierMetadata FULL =
      metadata(
          Activation.SIGMOID,
          List.of(0.25f, 1f),
          new ScoreCalibration(0.5f, -1),
          List.of(CleaningStep.LOWER_CASE, CleaningStep.HTML));

  @Test
  void readsWhatItWrites() throws ModelFormatException {
    for (ClassifierMetadata metadata : List.of(PLAIN, FULL)) {
      Map<String, String> entries = ClassifierCodec.toEntries(metadata);
      assertEquals("5", entries.get("namespan.format"));
      assertEquals("classify", entries.get("namespan.task"));
      assertEquals(metadata, ClassifierCodec.fromEntries(entries, "model.onnx"));
    }
  }

  @Test
  void writesTheKeysOfThePage() {
    Map<String, String> plain = ClassifierCodec.toEntries(PLAIN);
    assertEquals("good\nbad \\ud83d\\ude00", plain.get("namespan.classes"));
    assertEquals("softmax", plain.get("namespan.activation"));
    for (String key : new String[] {"thresholds", "calibration", "cleaning", "scheme", "labels"}) {
      assertEquals(null, plain.get("namespan." + key), key);
    }
    Map<String, String> full = ClassifierCodec.toEntries(FULL);
    assertEquals("sigmoid", full.get("namespan.activation"));
    assertEquals("0.25\n1.0", full.get("namespan.thresholds"));
    assertEquals("0.5\n-1.0", full.get("namespan.calibration"));
    // In the order in which they are taken.
    assertEquals("html\nlower-case", full.get("namespan.cleaning"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "classes    > good             > 1 classes",
        "classes    > 'good\ngood'     > class 'good'",
        "classes    > 'good\n'         > class ''",
        "activation > tanh             > found 'tanh', expected 'softmax' or 'sigmoid'",
        "thresholds > 0.5              > 1 thresholds, expected 2 with sigmoid",
        "thresholds > '0.5\n0'         > threshold 0.0",
        "thresholds > '0.5\n1.5'       > threshold 1.5",
        "calibration > '1'             > found 1 numbers, expected 2",
        "cleaning   > 'html\nsoap'     > found 'soap', expected one of [html, addresses,",
        "task       > sing             > found 'sing', expected 'classify'",
        "format     > 4                > found version 4 with a task, expected version 5",
        "format     > 7                > model format version 7",
        "format     > 6                > 'namespan.sha256': found nothing, expected an entry",
      })
  void refusesEntriesThatAreWrong(String key, String value, String expected) {
    Map<String, String> entries = new TreeMap<>(ClassifierCodec.toEntries(FULL));
    entries.put("namespan." + key, value);
    assertRefused(entries, expected);
  }

  @ParameterizedTest
  @CsvSource({"classes", "activation", "thresholds", "vocabulary"})
  void refusesFilesThatLackAnEntry(String key) {
    Map<String, String> entries = new TreeMap<>(ClassifierCodec.toEntries(FULL));
    entries.remove("namespan." + key);
    assertRefused(entries, "'namespan." + key + "': found nothing, expected an entry");
  }

  @Test
  void softmaxHasNoOffset() {
    Map<String, String> entries = new TreeMap<>(ClassifierCodec.toEntries(PLAIN));
    entries.put("namespan.calibration", "2\n1");
    assertRefused(entries, "a calibration of offset 1.0, expected 0 with softmax");
  }

  private static void assertRefused(Map<String, String> entries, String expected) {
    ModelFormatException refused =
        assertThrows(
            ModelFormatException.class, () -> ClassifierCodec.fromEntries(entries, "model.onnx"));
    String message = refused.getMessage();
    assertEquals(true, message.startsWith("model.onnx: ") && message.contains(expected), message);
  }
}
