package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.StringList;
import org.junit.jupiter.api.Test;
import org.namespan.ModelFormatException;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelBytes;

class TextModelsTest {

  private static final TextModels OPENNLP =
      TextModels.openNlp(SmallModels.tokenizer(), SmallModels.sentences());

  @Test
  void chooseTheStrategies() {
    assertInstanceOf(WhitespaceTokenizer.class, TextModels.whitespace().tokenizer());
    assertInstanceOf(ParagraphSentenceDetector.class, TextModels.whitespace().sentenceDetector());
    for (TextModels maxent : List.of(OPENNLP, OPENNLP.asTables())) {
      assertInstanceOf(MaxentTokenizer.class, maxent.tokenizer());
      assertInstanceOf(MaxentSentenceDetector.class, maxent.sentenceDetector());
    }
    assertInstanceOf(OpenNlpTokenizer.class, withAbbreviations().tokenizer());
    assertInstanceOf(OpenNlpSentenceDetector.class, withAbbreviations().sentenceDetector());
  }

  private static TextModels withAbbreviations() {
    Dictionary abbreviations = new Dictionary(true);
    abbreviations.put(new StringList("U.S."));
    return TextModels.openNlp(
        SmallModels.tokenizer(abbreviations), SmallModels.sentences(abbreviations));
  }

  @Test
  void tablesAreTheSameForTheSameModels() {
    assertEquals(TextModels.Kind.MAXENT, OPENNLP.asTables().kind());
    assertEquals(OPENNLP.asTables(), OPENNLP.asTables());
    assertEquals(OPENNLP.asTables(), OPENNLP.asTables().asTables());
    assertNotEquals(OPENNLP, OPENNLP.asTables());
  }

  @Test
  void tablesHoldNoAbbreviations() {
    TextModels models =
        TextModels.openNlp(SmallModels.tokenizer(), withAbbreviations().sentenceModel());
    String message = assertThrows(IllegalArgumentException.class, models::asTables).getMessage();
    assertTrue(message.contains("OpenNlpSentenceDetector"), message);
    assertThrows(IllegalArgumentException.class, withAbbreviations()::asTables);
    assertThrows(IllegalArgumentException.class, TextModels.whitespace()::asTables);
  }

  /** Loads this library's classes alone. */
  @Test
  void tablesNeedNoClassOfOpenNlp() throws IOException, ReflectiveOperationException {
    TextModels tables = OPENNLP.asTables();
    URL classes = TextModels.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      assertThrows(
          ClassNotFoundException.class, () -> loader.loadClass(TokenizerModel.class.getName()));
      Class<?> models = loader.loadClass(TextModels.class.getName());
      Object read =
          models
              .getMethod("maxent", byte[].class, byte[].class)
              .invoke(null, tables.tokenizerModel(), tables.sentenceModel());
      Class<?> splitters = loader.loadClass(TextSplitter.class.getName());
      Object splitter = splitters.getMethod("of", models).invoke(null, read);
      List<?> sentences =
          (List<?>)
              splitters.getMethod("split", String.class).invoke(splitter, "It's late. He left.");
      assertEquals(List.of(4, 3), sentences.stream().map(s -> ((List<?>) s).size()).toList());
    }
  }

  @Test
  void refuseTheModelOfTheOther() {
    TextModels tables = OPENNLP.asTables();
    TextModels swapped = TextModels.maxent(tables.sentenceModel(), tables.tokenizerModel());
    assertThrows(IllegalArgumentException.class, swapped::tokenizer);
    assertThrows(IllegalArgumentException.class, swapped::sentenceDetector);
    assertThrows(IllegalArgumentException.class, () -> TextSplitter.of(swapped));
  }

  /** The models of the oldest format, which are those of a tagger, as tables. */
  @Property(seed = "73", tries = 2000)
  void tablesSplitAsTheOpenNlpModelsDo(@ForAll("texts") String text) throws ModelFormatException {
    assertEquals(Fixture.OPENNLP.split(text), Fixture.TABLES.split(text));
  }

  private static final class Fixture {
    private static final TextSplitter OPENNLP = TextSplitter.of(models());
    private static final TextSplitter TABLES = TextSplitter.of(models().asTables());

    private static TextModels models() {
      try {
        return MetadataCodec.fromEntries(ModelBytes.of(ModelBytes.fixture(1)).entries(), "fixture")
            .textModels();
      } catch (ModelFormatException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of("Mr. Smith", "U.S.", "it's", "a.b@c.com", "don’t", "5,000", "Dec. 3"),
            Arbitraries.of(" ", " ", " ", "\n", "\n\n", "\u00A0"),
            Arbitraries.of(".", ",", "!", "?", "\"", "'", "“", "(", ")", "…", "$", "%", "-"),
            Arbitraries.strings().ascii().ofMaxLength(6),
            Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
