package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.TaggedToken;
import org.namespan.model.text.OpenTextModels;
import org.namespan.model.text.TextModels;

/**
 * {@code docs/model-format.md} is enough to write a reader from: {@link PlainReader}, which goes by
 * it, finds what the library finds in any tokens, and in text to which no rule of {@code
 * docs/text.md} applies.
 */
class PlainReaderTest {

  private static final double TOLERANCE = 1e-4;

  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  /** What the fixtures were trained on. */
  private static final Path TRAINING_CORPUS =
      Path.of("../../trainer/src/test/resources/fixtures/format-1.conll");

  static final List<List<String>> TRAINING_SENTENCES = trainingSentences();

  enum Model {
    FORMAT_1(FIXTURES.resolve("format-1.onnx")),
    FORMAT_2(FIXTURES.resolve("format-2.onnx")),
    FORMAT_2_CHARACTERS(FIXTURES.resolve("format-2-characters.onnx")),
    FORMAT_3(FIXTURES.resolve("format-3.onnx")),
    FORMAT_4(FIXTURES.resolve("format-4.onnx")),
    FORMAT_6(FIXTURES.resolve("format-6.onnx")),
    BUNDLED(Path.of("../model-en/src/main/resources/org/namespan/model/en/namespan-en.onnx"));

    private final PlainReader reader;
    private final EntityTagger library;
    private final OpenTextModels textModels;

    Model(Path file) {
      assertTrue(Files.exists(file), "expected a model file at " + file.toAbsolutePath());
      try {
        reader = PlainReader.open(file);
        library = EntityTagger.load(file);
        textModels = new OpenTextModels(textModels(reader.metadata()));
      } catch (IOException | OrtException e) {
        throw new IllegalStateException(e);
      }
    }

    private static TextModels textModels(PlainMetadata metadata) {
      byte[] tokenizer = metadata.bytes("tokenizer.model");
      byte[] sentenceDetector = metadata.bytes("sentence.model");
      return metadata.word("tokenizer").equals("maxent")
          ? TextModels.maxent(tokenizer, sentenceDetector)
          : TextModels.openNlp(tokenizer, sentenceDetector);
    }

    PlainReader reader() {
      return reader;
    }

    OpenTextModels textModels() {
      return textModels;
    }
  }

  private static List<List<String>> trainingSentences() {
    List<List<String>> sentences = new ArrayList<>();
    List<String> sentence = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(TRAINING_CORPUS)) {
        if (!line.isBlank()) {
          sentence.add(line.split("\\s")[0]);
        } else if (!sentence.isEmpty()) {
          sentences.add(List.copyOf(sentence));
          sentence.clear();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return sentences;
  }

  private static void assertSameTokens(Model model, String text) {
    List<String> expected = new ArrayList<>();
    for (List<TaggedToken> sentence : model.library.tagSentences(text)) {
      expected.add(
          sentence.stream().map(t -> t.start() + "-" + t.end()).collect(Collectors.joining(" ")));
    }
    List<String> found = new ArrayList<>();
    for (List<PlainText.Place> sentence : model.reader.sentences(text)) {
      found.add(
          sentence.stream().map(t -> t.start() + "-" + t.end()).collect(Collectors.joining(" ")));
    }
    assertEquals(expected, found, "tokens of each sentence");
  }

  /** Tells how many entities there are. */
  private static int assertSameEntities(Model model, String text) throws OrtException {
    List<Entity> expected = model.library.tag(text);
    List<PlainReader.Entity> found = model.reader.tag(text);
    assertEquals(
        expected.stream().map(e -> e.type() + " " + e.start() + " " + e.end()).toList(),
        found.stream().map(e -> e.type() + " " + e.start() + " " + e.end()).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).score(), found.get(i).score(), TOLERANCE, "score " + i);
    }
    return found.size();
  }

  /** Tells how many entities there are. */
  private static int assertSameTags(Model model, List<String> tokens) throws OrtException {
    List<PlainDecoder.Span> spans = model.reader.tagTokens(tokens);
    String[] tags = new String[tokens.size()];
    Arrays.fill(tags, "O");
    for (PlainDecoder.Span span : spans) {
      Arrays.fill(tags, span.start(), span.end(), "I-" + span.type());
      tags[span.start()] = "B-" + span.type();
    }
    assertEquals(model.library.tagTokens(tokens), Arrays.asList(tags));
    return spans.size();
  }

  @Test
  void sharesNoCodeWithTheLibrary() throws IOException {
    int files = 0;
    try (Stream<Path> sources = Files.list(Path.of("src/test/java/org/namespan/format"))) {
      for (Path source : sources.filter(file -> !file.toString().endsWith("Test.java")).toList()) {
        for (String line : Files.readAllLines(source)) {
          String beyond = line.replace("org.namespan.format", "");
          assertFalse(beyond.contains("org.namespan"), source + ": " + line);
        }
        files++;
      }
    }
    assertTrue(files > 1, "expected the reader's sources, found " + files);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheEntitiesOfTheTrainingSentences(Model model) throws OrtException {
    int ofTokens = 0;
    StringBuilder text = new StringBuilder();
    for (List<String> sentence : TRAINING_SENTENCES) {
      ofTokens += assertSameTags(model, sentence);
      text.append(String.join(" ", sentence)).append(' ');
    }
    assertSameTokens(model, text.toString());
    int ofText = assertSameEntities(model, text.toString());
    assertTrue(ofTokens >= TRAINING_SENTENCES.size(), ofTokens + " entities of tokens");
    assertTrue(ofText >= TRAINING_SENTENCES.size(), ofText + " entities of text");
  }

  /** Around the lengths at which another window begins. */
  @ParameterizedTest
  @EnumSource
  void readsLongSentencesInWindows(Model model) throws OrtException {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      TRAINING_SENTENCES.forEach(words::addAll);
    }
    words.removeIf(word -> word.equals("."));
    for (int length : new int[] {256, 257, 384, 385, 900}) {
      assertTrue(assertSameTags(model, words.subList(0, length)) > 0);
    }
  }

  @Test
  void findsNothingInNothing() throws OrtException {
    for (Model model : Model.values()) {
      assertEquals(0, assertSameTags(model, Collections.emptyList()));
      assertEquals(0, assertSameEntities(model, ""));
      assertEquals(0, assertSameEntities(model, " \n\n\u200B"));
    }
  }

  /** Cases that generated text seldom holds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "J.\u2029Doe",
        "a\u2029J. Doe",
        "Hello J. Doe. J.\n\nDoe",
        " ? So. ? b",
        "\n! b",
        "\u2029? b",
        "He said \" No . \" Then. \"\n\nX",
        "I. N. I. Said",
        "\u0301a",
        "☀\u200DJ.",
        "👩\u200D`a",
        "☀. B.\u00A0C",
        "🇩🇪🇫🇷",
        "🇩\u0301🇪🇫",
        "🇩\u200Dx🇪",
        "🇩\u200D🇪🇫 a",
        "\u0301🇩🇪"
      })
  void splitsAsTheLibraryDoes(String text) {
    for (Model model : Model.values()) {
      assertSameTokens(model, text);
    }
  }

  /** In runs that are too long for a model, too. */
  @ParameterizedTest
  @ValueSource(strings = {"x.-\u0301b", "x-\u0903b\u0301.c", ".𐐀-\u0301𐐀.", "😀.😀b. c"})
  void splitsLongRunsAsTheLibraryDoes(String text) {
    for (Model model : Model.values()) {
      assertSameTokens(model, "ab".repeat(128) + text);
      assertSameTokens(model, text + "ab".repeat(128) + text);
    }
  }

  @Property(tries = 1000, seed = "1")
  void splitsAnyTextAsTheLibraryDoes(@ForAll("texts") String text) {
    assertSameTokens(Model.FORMAT_3, text);
    assertSameTokens(Model.BUNDLED, text);
  }

  @Property(tries = 200, seed = "2")
  void findsTheEntitiesOfAnyText(@ForAll Model model, @ForAll("texts") String text)
      throws OrtException {
    assertSameEntities(model, text);
  }

  @Property(tries = 200, seed = "3")
  void findsTheEntitiesOfAnyTokens(@ForAll Model model, @ForAll("sentences") List<String> tokens)
      throws OrtException {
    assertSameTags(model, tokens);
  }

  @Provide
  Arbitrary<String> texts() {
    return UnruledTexts.texts(TRAINING_SENTENCES);
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return OddTexts.sentences(TRAINING_SENTENCES);
  }
}
