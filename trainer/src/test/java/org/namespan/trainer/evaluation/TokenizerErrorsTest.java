package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.TypeMap;

class TokenizerErrorsTest {

  @TempDir private Path folder;

  private static Sentence sentence(String text, String tokens, String tags) {
    List<String> parts = List.of(tokens.split(" "));
    Optional<AlignedText> aligned = AlignedText.align(text, parts);
    return new Sentence(parts, Tags.spans(tags), List.of(), List.of(), aligned);
  }

  private static Optional<TokenizerErrors> measure(Sentence... sentences) throws IOException {
    try (EntityTagger tagger = EntityTagger.english()) {
      return TokenizerErrors.of(
          tagger, new GoldCorpus(new Corpus("c.conll", List.of(sentences), 0)));
    }
  }

  /** The corpus parts "Yorker" and joins nothing; a sentence without text has no part in it. */
  @Test
  void countsWhatTokensCannotExpress() throws IOException {
    TokenizerErrors errors =
        measure(
                sentence(
                    "Barack Obama flew to Thailand.",
                    "Barack Obama flew to Thailand .",
                    "B-per I-per O O B-geo O"),
                sentence("We met a NewYorker.", "We met a New Yorker .", "O O O B-geo O O"),
                sentence("", "Barack Obama flew .", "B-per I-per O O"))
            .orElseThrow();
    assertEquals(2, errors.sentences());
    assertEquals(3, errors.fromText().support());
    assertEquals(2, errors.fromText().truePositives());
    assertEquals(1, errors.missed());
    assertEquals(1, errors.inexpressible());
    assertEquals(1, errors.share());
  }

  /** An entity that reaches into a second sentence of the model is cut, too. */
  @Test
  void countsWhatTheSentenceDetectorCuts() throws IOException {
    TokenizerErrors errors =
        measure(
                sentence(
                    "He left yesterday. She stayed there.",
                    "He left yesterday . She stayed there .",
                    "O O B-geo I-geo I-geo O O O"))
            .orElseThrow();
    assertEquals(1, errors.inexpressible());
  }

  /** With open types, what is found there is not scored, and the rest is. */
  @Test
  void leavesOutWhatIsOpen() throws IOException {
    Corpus corpus =
        new Corpus(
            "c.conll",
            List.of(
                sentence(
                    "Barack Obama flew to Thailand.",
                    "Barack Obama flew to Thailand .",
                    "B-per I-per O O B-place O")),
            0);
    Path file = Files.writeString(folder.resolve("open.map"), "per = per\nplace = geo?\n");
    try (EntityTagger tagger = EntityTagger.english()) {
      TokenizerErrors errors =
          TokenizerErrors.of(tagger, GoldCorpus.of(corpus, TypeMap.read(file), null)).orElseThrow();
      assertEquals(new Scores(1, 1, 1), errors.fromText());
      assertEquals(0, errors.share());
    }
  }

  @Test
  void measuresNothingWithoutText() throws IOException {
    assertEquals(Optional.empty(), measure(sentence("", "Barack Obama .", "B-per I-per O")));
  }
}
