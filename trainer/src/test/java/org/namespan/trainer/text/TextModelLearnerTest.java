package org.namespan.trainer.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Sentence;

class TextModelLearnerTest {

  /** Forty sentences of a small town's news. */
  private static List<Sentence> smallCorpus() {
    List<Sentence> sentences = new ArrayList<>();
    for (String name : List.of("Ann", "Mr. Hill", "Bob", "Dr. Moss")) {
      for (String town : List.of("Ulm", "Bonn")) {
        for (String sentence :
            List.of(
                "% went to # , he said .",
                "In # , % was the mayor 's guest .",
                "\" # is fine , \" said % .",
                "Is % in # ?",
                "% ( of # ) met the U.S. team .")) {
          sentences.add(sentence(sentence.replace("%", name).replace("#", town).split(" ")));
        }
      }
    }
    return sentences;
  }

  private static Sentence sentence(String... tokens) {
    return new Sentence(List.of(tokens), List.of());
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
    List<Sentence> sentences =
        List.of(sentence("Anna wohnt in Ulm .".split(" ")), sentence("Sie", "lacht", "."));
    assertEquals(
        "Anna wohnt in Ulm .\nSie lacht .",
        split(TextModelLearner.learn(sentences, "de"), "Anna wohnt in Ulm. Sie lacht."));
  }

  /**
   * A writer of this corpus glues what the detokenizer would put apart, and the other way round.
   */
  @Test
  void learnsFromTheTextOfASentence() {
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : smallCorpus()) {
      String text = String.join(" ", sentence.tokens()) + "_end";
      List<String> tokens = new ArrayList<>(sentence.tokens());
      tokens.addAll(List.of("_", "end"));
      Optional<AlignedText> aligned = AlignedText.align(text, tokens);
      assertTrue(aligned.isPresent());
      sentences.add(new Sentence(tokens, List.of(), List.of(), List.of(), aligned));
    }
    String asked = "He met Bob_end";
    assertEquals("He met Bob _ end", split(TextModelLearner.learn(sentences, "en"), asked));
    List<Sentence> without = sentences.stream().map(s -> s.withTokens(s.tokens())).toList();
    assertEquals("He met Bob_end", split(TextModelLearner.learn(without, "en"), asked));
  }

  @Test
  void countsATokenWithSpaceInsideAsSeveralInATextToo() {
    String text = "El\u00A0Paso is far. Dr. Moss\tleft";
    List<String> tokens = List.of("El\u00A0Paso", "is", "far", ".", "Dr. Moss", "left");
    TokenizedSentence sentence =
        TokenizedSentence.of(
            new Sentence(tokens, List.of(), List.of(), List.of(), AlignedText.align(text, tokens)));
    assertEquals(List.of("El", "Paso", "is", "far", ".", "Dr.", "Moss", "left"), sentence.tokens());
    assertEquals(
        sentence.tokens(),
        sentence.text().orElseThrow().tokens().stream().map(Token::text).toList());
  }

  @Test
  void changesThePeriodOfATextToo() {
    List<String> tokens = List.of("So", "what", ".");
    TokenizedSentence sentence =
        TokenizedSentence.of(
            new Sentence(
                tokens, List.of(), List.of(), List.of(), AlignedText.align("So  what. ", tokens)));
    AlignedText asked = sentence.withFinalPunctuation("?").text().orElseThrow();
    assertEquals("So  what? ", asked.text());
    assertEquals(List.of("So", "what", "?"), asked.tokens().stream().map(Token::text).toList());
  }

  @Test
  void countsATokenWithSpaceInsideAsSeveral() {
    List<Sentence> sentences = smallCorpus();
    sentences.add(sentence("El\u00A0Paso", "\u00A0", "is", "far", "."));
    assertEquals("El Paso is", split(TextModelLearner.learn(sentences, "en"), "El Paso is"));
  }

  @Tag("slow")
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
