package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code namespan evaluate} on predictions that stand in a file. */
class PredictedFileTest {

  @TempDir private Path folder;

  private Path gold;

  @BeforeEach
  void writeGold() throws IOException {
    gold = write("gold.conll", "xyzzyA\tB-per\nxyzzyB\tI-per\nc\tO\n\nd\tB-geo\ne\tO\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonObject scores(Object... args) {
    return JsonParser.parseString(CommandRun.of(args).assertOk().out()).getAsJsonObject();
  }

  /** By hand: conlleval reads I-per I-per as a span, strict seqeval does not. */
  @Test
  void conllevalAndStrictDiffer() throws IOException {
    Path predicted =
        write("theirs.conll", "xyzzyA\tI-per\nxyzzyB\tI-per\nc\tO\n\nd\tB-geo\ne\tB-geo\n");
    JsonObject scores = scores("evaluate", "--gold", gold, "--predicted", predicted, "--json");
    assertEquals(2 / 3.0, scores.get("precision").getAsDouble());
    assertEquals(1, scores.get("recall").getAsDouble());
    JsonObject strict = scores.getAsJsonObject("strict");
    assertEquals(0.5, strict.get("precision").getAsDouble());
    assertEquals(0.5, strict.get("recall").getAsDouble());
    assertEquals(2, strict.get("support").getAsLong());
    assertEquals(4 / 5.0, scores.get("tokenAccuracy").getAsDouble());
    assertFalse(scores.has("tokensPerSecond"));
    CommandRun text =
        CommandRun.of("evaluate", "--data", gold, "--predicted", predicted).assertOk();
    assertTrue(text.out().contains("\nstrict            0.5000    0.5000"), text.out());
    assertFalse(text.out().contains("tokens/s"), text.out());
    assertTrue(text.err().contains("theirs.conll: 1 malformed spans"), text.err());
  }

  /** Malformed gold counts in the one reading alone, too. */
  @Test
  void goldMayBeMalformed() throws IOException {
    Path malformed = write("malformed.conll", Files.readString(gold).replace("B-per", "I-per"));
    JsonObject scores = scores("evaluate", "--gold", malformed, "--predicted", gold, "--json");
    assertEquals(1, scores.get("f1").getAsDouble());
    JsonObject strict = scores.getAsJsonObject("strict");
    assertEquals(1, strict.get("support").getAsLong());
    assertEquals(0.5, strict.get("precision").getAsDouble());
    assertEquals(1, strict.get("recall").getAsDouble());
  }

  @Test
  void mapsBothSidesAndTellsSeenEntities() throws IOException {
    Path predicted =
        write("theirs.conll", "xyzzyA\tB-PERSON\nxyzzyB\tI-PERSON\nc\tB-X\n\nd\tB-GPE\ne\tO\n");
    Path modelMap = write("model.map", "PERSON = person\nGPE = place\nX = thing\n");
    Path map = write("gold.map", "per = person\ngeo = place\n");
    Path train = write("train.conll", "d\tB-GPE\n");
    JsonObject scores =
        scores(
            "evaluate",
            "--gold",
            gold,
            "--map",
            map,
            "--predicted",
            predicted,
            "--model-map",
            modelMap,
            "--train",
            train,
            "--json");
    assertEquals(1, scores.get("f1").getAsDouble());
    assertEquals("[\"thing\"]", scores.get("droppedTypes").toString());
    assertEquals(1, scores.getAsJsonObject("seen").get("support").getAsLong());
    assertEquals(1, scores.getAsJsonObject("unseen").get("support").getAsLong());
  }

  /** A type that is never predicted is missed, and one that gold has not is spurious. */
  @Test
  void typesNeedNotBeTheSame() throws IOException {
    Path predicted = write("theirs.conll", "xyzzyA\tO\nxyzzyB\tO\nc\tB-misc\n\nd\tB-geo\ne\tO\n");
    JsonObject scores = scores("evaluate", "--gold", gold, "--predicted", predicted, "--json");
    assertEquals(0.5, scores.get("precision").getAsDouble());
    assertEquals(0.5, scores.get("recall").getAsDouble());
  }

  @Test
  void refusesOtherTokens() throws IOException {
    Path other = write("other.conll", "xyzzyA\tO\nxyzzyZ\tO\nc\tO\n\nd\tO\ne\tO\n");
    CommandRun.of("evaluate", "--gold", gold, "--predicted", other)
        .assertRefused("other.conll:2", "found another token; expected that of gold.conll:2; ");
    Path longer = write("longer.conll", "xyzzyA\tO\nxyzzyB\tO\nc\tO\n\nd\tO\ne\tO\nf\tO\n");
    CommandRun.of("evaluate", "--gold", gold, "--predicted", longer)
        .assertRefused(
            "longer.conll:5", "found a sentence of 3 tokens; expected 2 as at gold.conll:5; ");
    Path fewer = write("fewer.conll", "xyzzyA\tO\nxyzzyB\tO\nc\tO\n");
    CommandRun.of("evaluate", "--gold", gold, "--predicted", fewer)
        .assertRefused("fewer.conll", "found 1 sentences; expected 2 as in gold.conll; ");
  }

  @Test
  void refusesWhatOnlyAModelCanDo() {
    for (String option : new String[] {"--model=a.onnx", "--min-score=0.5", "--scores"}) {
      CommandRun.of("evaluate", "--gold", gold, "--predicted", gold, option)
          .assertNotUnderstood(option.replaceAll("=.*", "") + " needs a model");
    }
  }
}
