package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.namespan.model.ModelBytes;

class TextFinderTest {

  private static final ByteBuffer MODEL = ByteBuffer.wrap(ModelBytes.fixture(2));

  /** Whatever stands between two signs of currency. */
  private static final Recognizer.TextFinder MARKED = finder("\u00A4[^\u00A4]*\u00A4", "mark");

  private static Recognizer.TextFinder finder(String pattern, String type) {
    Pattern compiled = Pattern.compile(pattern);
    return text ->
        compiled
            .matcher(text)
            .results()
            .map(found -> new Span(found.start(), found.end(), type))
            .toArray(Span[]::new);
  }

  private static EntityTagger tagger(Recognizer... recognizers) throws IOException {
    TaggerOptions options = TaggerOptions.defaults();
    for (Recognizer recognizer : recognizers) {
      options = options.withRecognizer(recognizer);
    }
    return EntityTagger.load(MODEL, options);
  }

  private static List<String> shown(List<Entity> entities) {
    return entities.stream().map(e -> e.source() + " " + e.type() + " " + e.text()).toList();
  }

  /** All calls find the same. */
  private static List<Entity> found(String text, EntityTagger tagger) throws IOException {
    List<Entity> entities = tagger.tag(text);
    assertEquals(List.of(entities, entities), tagger.tagAll(List.of(text, text)));
    Document document = tagger.tagDocument(text);
    assertEquals(entities, document.entities());
    List<Entity> read = new ArrayList<>();
    tagger.tag(new StringReader(text), read::add);
    assertEquals(entities, read);
    for (Entity entity : entities) {
      assertEquals(entity.text(), text.substring(entity.start(), entity.end()));
      List<TaggedToken> tokens = document.sentenceOf(entity).tokensOf(entity);
      assertEquals("B-" + entity.type(), tokens.get(0).tag());
    }
    return entities;
  }

  private static List<String> found(String text, Recognizer... recognizers) throws IOException {
    try (EntityTagger tagger = tagger(recognizers)) {
      return shown(found(text, tagger));
    }
  }

  @Test
  void cutsTokensWhereASpanBeginsAndEnds() throws IOException {
    Recognizer digits = Recognizer.beforeModel("d", finder("[0-9]+", "digits"));
    assertEquals(List.of("d digits 12", "d digits 34", "d digits 5"), found("x12y34z 5 .", digits));
  }

  @Test
  void findsWhatNoTokenHolds() throws IOException {
    Recognizer address = Recognizer.beforeModel("a", finder("\\w+@\\w+", "address"));
    assertEquals(List.of("a address ann@home"), found("<a href=\"mailto:ann@home\"></a>", address));
    assertEquals(
        List.of("a address ann@home", "model per Barack Obama", "a address bob@home"),
        found("<i class=\"ann@home\">Barack Obama</i> came .<b id='bob@home'></b>", address));
  }

  @Test
  void noSentenceEndsInsideOfASpan() throws IOException {
    String text =
        "Barack Obama left .\n\nThe 12 .\n\n\u00A4 March .\n\nHe is \u00A4 back .\n\nHe spoke .";
    Recognizer marked = Recognizer.beforeModel("m", MARKED);
    try (EntityTagger tagger = tagger(marked)) {
      assertEquals(
          List.of("model per Barack Obama", "m mark \u00A4 March .\n\nHe is \u00A4"),
          shown(found(text, tagger)));
      assertEquals(4, tagger.tagDocument(text).sentences().size());
    }
  }

  @Test
  void takesTurnsWithOtherRecognizersAndTheModel() throws IOException {
    String text = "Barack Obama flew to Thailand .";
    Recognizer before = Recognizer.beforeModel("b", finder("Obama flew", "x"));
    Recognizer after = Recognizer.afterModel("a", finder("flew|to Thailand|Barack", "y"));
    assertEquals(List.of("b x Obama flew", "model geo Thailand"), found(text, before));
    assertEquals(
        List.of("model per Barack Obama", "a y flew", "model geo Thailand"), found(text, after));
    assertEquals(
        List.of("a y Barack", "b x Obama flew", "a y to Thailand"),
        found(text, before, Recognizer.beforeModel("a", after.finder())));
  }

  @Test
  void findsInReadyTokens() throws IOException {
    Recognizer date = Recognizer.beforeModel("d", finder("12 March|[0-9]+$", "date"));
    List<String> tokens = List.of("On", "12", "March", "of", "x1999");
    try (EntityTagger tagger = tagger(date)) {
      assertEquals(List.of("O", "B-date", "I-date", "O", "B-date"), tagger.tagTokens(tokens));
      assertEquals(
          "[1..3) date",
          new TaggerNameFinder(tagger).find(tokens.toArray(new String[0]))[0].toString());
    }
  }

  @Test
  void tellsWhatTypesMean() throws IOException {
    Recognizer.TextFinder described =
        new Recognizer.TextFinder() {
          @Override
          public Span[] findInText(String text) {
            return new Span[0];
          }

          @Override
          public Map<String, String> typeDescriptions() {
            return Map.of("code", "codes");
          }
        };
    try (EntityTagger tagger = tagger(Recognizer.beforeModel("c", described))) {
      assertEquals("codes", tagger.typeDescriptions().get("code"));
      assertEquals(tagger.typeDescriptions(), tagger.tagDocument("x").typeDescriptions());
    }
  }

  @Test
  void refusesASpanBeyondTheText() {
    Recognizer broken =
        Recognizer.beforeModel(
            "broken", (Recognizer.TextFinder) text -> new Span[] {new Span(1, 9)});
    String message =
        assertThrows(IndexOutOfBoundsException.class, () -> found("short", broken)).getMessage();
    assertEquals("recognizer 'broken' found the span 1..9 in a text of 5 chars", message);
  }

  /** Spans over the ends of sentences, windows and paragraphs: of a long text, read in parts. */
  @Test
  void findsTheSameWhenReadInParts() throws IOException {
    Random random = new Random(7);
    String[] pieces = {
      "Barack Obama flew to Thailand .",
      "\n\n",
      " He left .",
      "\u00A4",
      " ",
      "<b title='\u00A4'>",
      "x\u00A4y",
      "\n",
      "in December",
      ", "
    };
    for (int round = 0; round < 5; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 80_000) {
        text.append(pieces[random.nextInt(pieces.length)]);
        if (random.nextInt(3) == 0) {
          text.append(" The man came back from there .");
        }
      }
      Recognizer marked =
          Recognizer.beforeModel("m", finder("\u00A4(?=([^\u00A4]{0,40}\u00A4))", "mark"));
      try (EntityTagger tagger = tagger(marked)) {
        assertTrue(found(text.toString(), tagger).size() > 100);
      }
    }
  }

  /** Brute force: of all places that are found by themselves, each entity is one. */
  @Test
  void overlappingSpansAreExact() throws IOException {
    Random random = new Random(3);
    String text = "<u x='ab cd'>Barack</u> Obama flew to <i>Thai</i>land. He left.\n\nIn a-b/c.";
    for (int round = 0; round < 60; round++) {
      int[] bounds = random.ints(12, 0, text.length() + 1).toArray();
      Recognizer.TextFinder some =
          shown -> {
            Span[] spans = new Span[bounds.length / 2];
            for (int i = 0; i < spans.length; i++) {
              int a = Math.min(bounds[2 * i], shown.length());
              int b = Math.min(bounds[2 * i + 1], shown.length());
              spans[i] = new Span(Math.min(a, b), Math.max(a, b), "s");
            }
            return spans;
          };
      try (EntityTagger tagger = tagger(Recognizer.beforeModel("r", some))) {
        for (Entity entity : found(text, tagger)) {
          assertTrue(
              entity.source().equals(Entity.MODEL)
                  || Arrays.stream(some.findInText(text))
                      .anyMatch(s -> s.getStart() == entity.start() && s.getEnd() == entity.end()));
        }
      }
    }
  }
}
