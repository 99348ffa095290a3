package org.namespan.trainer.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;

class TextModelLearnerTest {

  /** Forty sentences of a small town's news. */
  private static List<List<String>> smallCorpus() {
    List<List<String>> sentences = new ArrayList<>();
    for (String name : List.of("Ann", "Mr. Hill", "Bob", "Dr. Moss")) {
      for (String town : List.of("Ulm", "Bonn")) {
        for (String sentence :
            List.of(
                "% went to # , he said .",
                "In # , % was the mayor 's guest .",
                "\" # is fine , \" said % .",
                "Is % in # ?",
                "% ( of # ) met the U.S. team .")) {
          sentences.add(Arrays.asList(sentence.replace("%", name).replace("#", town).split(" ")));
        }
      }
    }
    return sentences;
  }

  private static String split(TextModels models, String text) {
    return TextSplitter.of(models).split(text).stream()
        .map(s -> s.stream().map(Token::text).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void learnsFromFortySentences() {
    TextModels models = TextModelLearner.learn(smallCorpus(), "en");
    assertEquals(
        "Mr. Hill went to Ulm , he said .\n\" Bonn is fine , \" said Bob 's guest .\nIs it ?",
        split(models, "Mr. Hill went to Ulm, he said. \"Bonn is fine,\" said Bob's guest. Is it?"));
    assertEquals(
        "He did n't write to me@example.com , see http://example.com/x ( it costs $ 25 ) .",
        split(
            models, "He didn't write to me@example.com, see http://example.com/x (it costs $25)."));
  }

  @Test
  void leavesTokenisedTextAsItIs() {
    TextModels models = TextModelLearner.learn(smallCorpus(), "en");
    String text = "Mr. Hill 's guest ( of Ulm ) did n't go .\nIn Bonn , she met the U.S. team .";
    assertEquals(text, split(models, text.replace('\n', ' ')));
  }

  @Test
  void learnsALanguageThatNothingWasWrittenFor() {
    List<List<String>> sentences =
        List.of(Arrays.asList("Anna wohnt in Ulm .".split(" ")), List.of("Sie", "lacht", "."));
    assertEquals(
        "Anna wohnt in Ulm .\nSie lacht .",
        split(TextModelLearner.learn(sentences, "de"), "Anna wohnt in Ulm. Sie lacht."));
  }

  @Test
  void countsATokenWithSpaceInsideAsSeveral() {
    List<List<String>> sentences = smallCorpus();
    sentences.add(List.of("El\u00A0Paso", "", "is", "far", "."));
    assertEquals("El Paso is", split(TextModelLearner.learn(sentences, "en"), "El Paso is"));
  }

  @Test
  void givesTheSameBytesForTheSameSentencesAndPrintsNothing() {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    TextModels first;
    TextModels second;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      first = TextModelLearner.learn(smallCorpus(), "en");
      second = TextModelLearner.learn(smallCorpus(), "en");
    } finally {
      System.setOut(out);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
    assertEquals(TextModels.Kind.MAXENT, first.kind());
    assertArrayEquals(first.tokenizerModel(), second.tokenizerModel());
    assertArrayEquals(first.sentenceModel(), second.sentenceModel());
    assertFalse(Arrays.equals(first.tokenizerModel(), first.sentenceModel()));
  }
}
