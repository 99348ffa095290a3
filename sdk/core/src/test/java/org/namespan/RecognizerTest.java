package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.namefind.DictionaryNameFinder;
import opennlp.tools.namefind.RegexNameFinder;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringList;
import org.junit.jupiter.api.Test;
import org.namespan.model.ModelBytes;

class RecognizerTest {

  private static final ByteBuffer MODEL = ByteBuffer.wrap(ModelBytes.fixture(2));
  private static final String TEXT = "Barack Obama flew to Thailand in December .";

  private static TokenNameFinder dictionary(String type, String... names) {
    Dictionary dictionary = new Dictionary();
    for (String name : names) {
      dictionary.put(new StringList(name.split(" ")));
    }
    return new DictionaryNameFinder(dictionary, type);
  }

  private static TokenNameFinder at(String type, int... bounds) {
    return new TokenNameFinder() {
      @Override
      public Span[] find(String[] tokens) {
        Span[] spans = new Span[bounds.length / 2];
        for (int i = 0; i < spans.length; i++) {
          spans[i] = new Span(bounds[2 * i], bounds[2 * i + 1], type);
        }
        return spans;
      }

      @Override
      public void clearAdaptiveData() {}
    };
  }

  private static List<String> shown(List<Entity> entities) {
    return entities.stream().map(e -> e.source() + " " + e.type() + " " + e.text()).toList();
  }

  private static List<String> found(Recognizer... recognizers) throws IOException {
    TaggerOptions options = TaggerOptions.defaults();
    for (Recognizer recognizer : recognizers) {
      options = options.withRecognizer(recognizer);
    }
    try (EntityTagger tagger = EntityTagger.load(MODEL, options)) {
      List<Entity> entities = tagger.tag(TEXT);
      assertEquals(entities, tagger.tagAll(List.of(TEXT)).get(0));
      List<Entity> read = new ArrayList<>();
      tagger.tag(new StringReader(TEXT), read::add);
      assertEquals(entities, read);
      return shown(entities);
    }
  }

  @Test
  void whatIsBeforeTheModelWins() throws IOException {
    assertEquals(
        List.of("model per Barack Obama", "trips trip flew to Thailand", "model tim December"),
        found(Recognizer.beforeModel("trips", dictionary("trip", "flew to Thailand"))));
  }

  @Test
  void whatIsAfterTheModelFillsGaps() throws IOException {
    TokenNameFinder verbs = dictionary("verb", "flew", "to Thailand", "in");
    assertEquals(
        List.of(
            "model per Barack Obama",
            "verbs verb flew",
            "model geo Thailand",
            "verbs verb in",
            "model tim December"),
        found(Recognizer.afterModel("verbs", verbs)));
  }

  @Test
  void theFirstRecognizerOfASideWins() throws IOException {
    Recognizer first = Recognizer.beforeModel("a", dictionary("x", "flew to"));
    Recognizer second = Recognizer.beforeModel("b", dictionary("y", "to Thailand"));
    assertTrue(found(first, second).contains("a x flew to"));
    assertFalse(found(first, second).contains("b y to Thailand"));
    assertTrue(found(second, first).contains("b y to Thailand"));
  }

  @Test
  void theLongestOfARecognizerWinsThenTheFirst() throws IOException {
    assertEquals(
        List.of("a x Barack Obama flew", "a x to Thailand", "a x in December"),
        found(Recognizer.beforeModel("a", at("x", 1, 3, 2, 3, 0, 3, 4, 5, 3, 5, 5, 7, 6, 8))));
  }

  @Test
  void patternsOfOpenNlpFind() throws IOException {
    Pattern month = Pattern.compile("(?:January|December)");
    RegexNameFinder finder = new RegexNameFinder(new Pattern[] {month}, "month");
    assertTrue(found(Recognizer.beforeModel("months", finder)).contains("months month December"));
  }

  @Test
  void tagsAreThoseOfTheMergedEntities() throws IOException {
    TaggerOptions options =
        TaggerOptions.defaults()
            .withRecognizer(Recognizer.beforeModel("a", dictionary("trip", "flew to Thailand")));
    List<String> tokens = Arrays.asList(TEXT.split(" "));
    List<String> expected =
        List.of("B-per", "I-per", "B-trip", "I-trip", "I-trip", "O", "B-tim", "O");
    try (EntityTagger tagger = EntityTagger.load(MODEL, options)) {
      assertEquals(expected, tagger.tagTokens(tokens));
      assertEquals(
          expected, tagger.tagSentences(TEXT).get(0).stream().map(TaggedToken::tag).toList());
      Span[] spans = new TaggerNameFinder(tagger).find(TEXT.split(" "));
      assertEquals("trip", spans[1].getType());
    }
  }

  @Test
  void aSpanWithoutTypeOrProbabilityHasTheNameAndIsSure() throws IOException {
    TaggerOptions options =
        TaggerOptions.defaults().withRecognizer(Recognizer.afterModel("flight", at(null, 2, 3)));
    try (EntityTagger tagger = EntityTagger.load(MODEL, options)) {
      Entity flew = tagger.tag(TEXT).get(1);
      assertEquals(new Entity("flight", "flew", 13, 17, 1, "flight"), flew);
    }
  }

  @Test
  void refusesASpanBeyondTheSentence() {
    Recognizer broken = Recognizer.beforeModel("broken", at("x", 7, 9));
    String message =
        assertThrows(IndexOutOfBoundsException.class, () -> found(broken)).getMessage();
    assertEquals("recognizer 'broken' found the span 7..9 in a sentence of 8 tokens", message);
  }

  @Test
  void aPatternThatMatchesNothingFindsNothing() throws IOException {
    RegexNameFinder finder = new RegexNameFinder(new Pattern[] {Pattern.compile("\\d*")}, "x");
    assertEquals(3, found(Recognizer.beforeModel("numbers", finder)).size());
  }

  @Test
  void aDictionaryWithoutTypeFindsWhatItIsNamed() throws IOException {
    Dictionary verbs = new Dictionary();
    verbs.put(new StringList("flew"));
    assertTrue(
        found(Recognizer.afterModel("verb", new DictionaryNameFinder(verbs)))
            .contains("verb verb flew"));
  }

  /** A line end in a type would forge a line of CoNLL, and a direction turn a table around. */
  @Test
  void refusesTypesAndNamesThatCannotBeShown() throws IOException {
    TaggerOptions options = TaggerOptions.defaults();
    for (String type : List.of("", "a\nb", "a\rb", "a\u2028", "\u0085", "\u202etype", "\ud83d")) {
      Recognizer recognizer = Recognizer.beforeModel("odd", at(type, 0, 1));
      try (EntityTagger tagger = EntityTagger.load(MODEL, options.withRecognizer(recognizer))) {
        String message =
            assertThrows(IllegalArgumentException.class, () -> tagger.tag(TEXT)).getMessage();
        assertTrue(message.startsWith("recognizer 'odd' ("), message);
        assertTrue(message.contains("a type that is empty or holds a control character"), message);
        assertTrue(message.chars().allMatch(c -> c >= ' ' && c <= '~'), message);
      }
      assertThrows(
          IllegalArgumentException.class, () -> Recognizer.afterModel(type, at("x", 0, 1)));
    }
  }

  @Test
  void refusesTheNameOfTheModel() {
    assertThrows(
        IllegalArgumentException.class, () -> Recognizer.beforeModel("model", at("x", 0, 1)));
  }
}
