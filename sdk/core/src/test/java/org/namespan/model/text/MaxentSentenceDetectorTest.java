package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.sentdetect.DefaultSDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringList;

class MaxentSentenceDetectorTest {

  private static final byte[] FILE = SmallModels.sentences();
  private static final byte[] FILE_WITH_ABBREVIATIONS = SmallModels.sentences(abbreviations());
  private static final SentenceModel MODEL = model(FILE);
  private static final SentenceModel WITH_ABBREVIATIONS = model(FILE_WITH_ABBREVIATIONS);
  private static final TextModels MODELS = TextModels.openNlp(SmallModels.tokenizer(), FILE);
  private static final StatisticalSentenceDetector DETECTOR =
      (MaxentSentenceDetector) MODELS.sentenceDetector();
  private static final StatisticalSentenceDetector BY_TABLE =
      (MaxentSentenceDetector) MODELS.asTables().sentenceDetector();
  private static final StatisticalSentenceDetector DETECTOR_WITH_ABBREVIATIONS =
      (OpenNlpSentenceDetector)
          TextModels.openNlp(SmallModels.tokenizer(), FILE_WITH_ABBREVIATIONS).sentenceDetector();

  private static SentenceModel model(byte[] file) {
    try {
      return new SentenceModel(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Dictionary abbreviations() {
    Dictionary dictionary = new Dictionary(true);
    dictionary.put(new StringList("came."));
    return dictionary;
  }

  @Provide
  Arbitrary<String> paragraphs() {
    Arbitrary<String> word =
        Arbitraries.of(
            "He",
            "left",
            "left.",
            "She",
            "came!",
            "came",
            "U.S.",
            "late?",
            "Mr.",
            "?!",
            "...",
            ".",
            "a.B",
            "a.b.c",
            "\"",
            "left.\"",
            "Is",
            "\u0001x.");
    Arbitrary<String> space = Arbitraries.of(" ", " ", "", "  ");
    return word.flatMap(w -> space.map(s -> w + s))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "53", tries = 3000)
  void endsWhereOpenNlpDoes(@ForAll("paragraphs") String paragraph) {
    int[] expected = byOpenNlp(MODEL, paragraph);
    assertArrayEquals(expected, DETECTOR.innerEnds(paragraph), paragraph);
    assertArrayEquals(expected, BY_TABLE.innerEnds(paragraph), paragraph);
  }

  @Property(seed = "54", tries = 1000)
  void leavesAbbreviationsToOpenNlp(@ForAll("paragraphs") String paragraph) {
    assertArrayEquals(
        byOpenNlp(WITH_ABBREVIATIONS, paragraph),
        DETECTOR_WITH_ABBREVIATIONS.innerEnds(paragraph),
        paragraph);
  }

  private static int[] byOpenNlp(SentenceModel model, String paragraph) {
    List<Span> sentences = Arrays.asList(new SentenceDetectorME(model).sentPosDetect(paragraph));
    return sentences.subList(0, Math.max(0, sentences.size() - 1)).stream()
        .mapToInt(Span::getEnd)
        .toArray();
  }

  @Provide
  Arbitrary<String> foreignParagraphs() {
    return Arbitraries.strings()
        .withChars("aZ0.!?  \"',-éÉⅧ字\u0001\uD83D\uDE00")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  @Property(seed = "55", tries = 1000)
  void hasTheFeaturesOfOpenNlp(
      @ForAll @Size(max = 12) List<@From("foreignParagraphs") String> paragraphs) {
    DefaultSDContextGenerator openNlp = new DefaultSDContextGenerator(new char[] {'.', '!', '?'});
    List<String[]> contexts = new ArrayList<>();
    for (String paragraph : paragraphs) {
      for (int place = 0; place < paragraph.length(); place++) {
        contexts.add(openNlp.getContext(paragraph, place));
      }
    }
    RandomMaxent random = new RandomMaxent(contexts);
    SentenceEndFeatures features = new SentenceEndFeatures(random.model(), ".!?");
    int next = 0;
    for (String paragraph : paragraphs) {
      for (int place = 0; place < paragraph.length(); place++) {
        double expected = random.logOdds(contexts.get(next++));
        assertEquals(expected, features.logOdds(paragraph, place), 1e-9, paragraph);
      }
    }
  }
}
