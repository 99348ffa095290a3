package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.tag.TagScheme;

class EvaluationReportTest {

  private static final String README_REPORT =
      String.join(
          "\n",
          "2 sentences, 10 tokens, 2 spans",
          "",
          "               precision    recall        f1   support",
          "MISC              0.0000    0.0000    0.0000         1",
          "PER               1.0000    1.0000    1.0000         1",
          "",
          "micro avg         0.5000    0.5000    0.5000         2",
          "macro avg         0.5000    0.5000    0.5000         2",
          "strict            0.5000    0.5000    0.5000         2",
          "",
          "f1 interval      [0.0000, 1.0000]",
          "token accuracy    0.8000",
          "tokens/s           12346",
          "",
          "confusion: gold in rows, predicted in columns",
          "                  MISC  (boundary)  (missed)",
          "MISC                 0           1         0",
          "(boundary)           1",
          "(spurious)           0",
          "");

  @Test
  void writesTheTable() {
    assertEquals(README_REPORT, EvaluationReport.toText(Tags.seqevalReadme(), 12345.6));
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(README_REPORT, EvaluationReport.toText(Tags.seqevalReadme(), 12345.6));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void leavesOutWhatWasNotMeasuredOrNotConfused() {
    String text = EvaluationReport.toText(Tags.evaluate(TagScheme.BIO, "B-per O", "B-per O"), null);
    assertFalse(text.contains("tokens/s"));
    assertFalse(text.contains("confusion"));
    assertTrue(text.startsWith("1 sentence, 2 tokens, 1 span\n"));
  }

  @Test
  void tellsWhatWasNotScored() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(Tags.bio("O O"), List.of(Set.of("geo"), Set.of()), Tags.bio("B-geo O"));
    String text = EvaluationReport.toText(evaluation.result(), null);
    assertTrue(
        text.startsWith(
            "1 sentence, 1 token, 0 spans\n1 predicted span not scored: the type is left open"
                + " there\n\n"),
        text);
    assertEquals(1, EvaluationReport.toJson(evaluation.result(), null).get("unscored").getAsLong());
  }

  @Test
  void writesAnEmptyTable() {
    String expected =
        String.join(
            "\n",
            "0 sentences, 0 tokens, 0 spans",
            "",
            "               precision    recall        f1   support",
            "micro avg         0.0000    0.0000    0.0000         0",
            "macro avg         0.0000    0.0000    0.0000         0",
            "strict            0.0000    0.0000    0.0000         0",
            "",
            "f1 interval      [0.0000, 0.0000]",
            "token accuracy    0.0000",
            "");
    assertEquals(expected, EvaluationReport.toText(new Evaluation().result(), null));
  }

  @Test
  void longTypeNamesWidenTheTable() {
    String name = "a-type-with-a-long-name";
    EvaluationResult result = Tags.evaluate(TagScheme.BIO, "B-" + name, "O");
    String text = EvaluationReport.toText(result, null);
    assertTrue(text.contains("\n" + name + "    0.0000    0.0000    0.0000         1\n"), text);
  }

  @Test
  void writesJson() {
    JsonObject json = EvaluationReport.toJson(Tags.seqevalReadme(), 12345.5);
    JsonObject expected =
        JsonParser.parseString(
                """
                {
                  "sentences": 2, "tokens": 10, "unscored": 0, "tokenAccuracy": 0.8,
                  "precision": 0.5, "recall": 0.5, "f1": 0.5, "support": 2,
                  "f1Interval": [0.0, 1.0],
                  "macroF1": 0.5,
                  "perType": {
                    "MISC": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "support": 1},
                    "PER": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "support": 1}
                  },
                  "strict": {
                    "precision": 0.5, "recall": 0.5, "f1": 0.5, "support": 2,
                    "perType": {
                      "MISC": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "support": 1},
                      "PER": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "support": 1}
                    }
                  },
                  "confusion": {
                    "(boundary)": {"MISC": 1},
                    "MISC": {"(boundary)": 1},
                    "PER": {"PER": 1}
                  },
                  "tokensPerSecond": 12345.5
                }
                """)
            .getAsJsonObject();
    assertEquals(expected, json);
  }

  @Test
  void writesScoresOfSeenEntitiesWhereTheyWereCounted() {
    SeenScores seen = new SeenScores(new Scores(1, 1, 1), new Scores(0, 1, 3));
    String text = EvaluationReport.toText(Tags.seqevalReadme(), null, seen);
    String lines =
        "strict            0.5000    0.5000    0.5000         2\n"
            + "seen              1.0000    1.0000    1.0000         1\n"
            + "unseen            0.0000    0.0000    0.0000         3\n";
    assertTrue(text.contains(lines), text);
    JsonObject json = EvaluationReport.toJson(Tags.seqevalReadme(), null, seen);
    assertEquals(1, json.getAsJsonObject("seen").get("recall").getAsDouble());
    assertEquals(3, json.getAsJsonObject("unseen").get("support").getAsLong());
  }

  @Test
  void jsonHasNoSpeedWhereNoneWasMeasured() {
    assertFalse(EvaluationReport.toJson(Tags.seqevalReadme(), null).has("tokensPerSecond"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
  void refusesASpeedThatIsNone(double speed) {
    EvaluationResult result = new Evaluation().result();
    assertThrows(IllegalArgumentException.class, () -> EvaluationReport.toText(result, speed));
    assertThrows(IllegalArgumentException.class, () -> EvaluationReport.toJson(result, speed));
  }
}
