package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import opennlp.tools.namefind.RegexNameFinder;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.ModelBytes;

class DocumentTest {

  private static final String TEXT =
      "It rained. Barack Obama flew to Thailand in December. 😀 Maria Silva was old.";

  /** Taggers of every option that entities depend on. */
  private static final List<EntityTagger> TAGGERS = taggers();

  private static Recognizer recognizer(boolean beforeModel, String name, String... patterns) {
    Pattern[] compiled = new Pattern[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      compiled[i] = Pattern.compile(patterns[i]);
    }
    return new Recognizer(name, new RegexNameFinder(compiled, name), beforeModel);
  }

  private static List<EntityTagger> taggers() {
    TaggerOptions defaults = TaggerOptions.defaults();
    Recognizer before = recognizer(true, "trip", "flew to", "Silva", "Obama flew");
    Recognizer after = recognizer(false, "word", "[a-z]{3,}( old)?", "December");
    List<EntityTagger> loaded = new ArrayList<>();
    for (TaggerOptions options :
        List.of(
            defaults,
            defaults.withRecognizer(before).withRecognizer(after),
            defaults.withRecognizer(after).withTypes(Set.of("geo")),
            defaults.withMinScore(0),
            defaults.withMinScore(0.05),
            defaults.withLayout(Layout.LINES),
            defaults.withLayout(Layout.PARAGRAPHS),
            defaults.withWindowTokens(16).withBatchSize(2))) {
      loaded.add(tagger(ModelBytes.fixture(2), options));
    }
    return loaded;
  }

  private static EntityTagger tagger(byte[] model, TaggerOptions options) {
    try {
      return EntityTagger.load(ByteBuffer.wrap(model), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(seed = "26", tries = 300)
  void holdsTheEntitiesAndTokensThatTheTaggerGives(@ForAll("texts") String text) {
    for (EntityTagger tagger : TAGGERS) {
      Document document = tagger.tagDocument(text);
      assertEquals(text, document.text());
      assertEquals(tagger.tag(text), document.entities());
      assertEquals(
          tagger.tagSentences(text), document.sentences().stream().map(Sentence::tokens).toList());
      assertEquals(
          document.entities(),
          document.sentences().stream().flatMap(s -> s.entities().stream()).toList());
    }
  }

  @Property(seed = "27", tries = 100)
  void manyTextsTogetherAreTheDocumentsOfEach(
      @ForAll @Size(max = 5) List<@From("texts") String> texts) {
    for (EntityTagger tagger : TAGGERS) {
      assertSameDocuments(texts, tagger, tagger.tagAllDocuments(texts));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void moreTextsThanShareTheirBatchesAreTheDocumentsOfEach(int threads) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      texts.add(i % 7 == 0 ? " ".repeat(i % 3) : TEXT.substring(i % 20));
    }
    try (EntityTagger tagger =
        tagger(ModelBytes.fixture(2), TaggerOptions.defaults().withThreads(threads))) {
      assertSameDocuments(texts, tagger, tagger.tagAllDocuments(texts));
    }
  }

  private static void assertSameDocuments(
      List<String> texts, EntityTagger tagger, List<Document> documents) {
    assertEquals(texts, documents.stream().map(Document::text).toList());
    for (Document document : documents) {
      Document alone = tagger.tagDocument(document.text());
      assertEquals(alone.entities(), document.entities());
      assertEquals(alone.typeDescriptions(), document.typeDescriptions());
      assertEquals(
          alone.sentences().stream().map(Sentence::tokens).toList(),
          document.sentences().stream().map(Sentence::tokens).toList());
      assertEquals(
          alone.sentences().stream().map(Sentence::entities).toList(),
          document.sentences().stream().map(Sentence::entities).toList());
    }
  }

  @Property(seed = "26", tries = 300)
  void entitiesSentencesAndTokensLeadToEachOther(@ForAll("texts") String text) {
    for (EntityTagger tagger : TAGGERS) {
      Document document = tagger.tagDocument(text);
      for (Sentence sentence : document.sentences()) {
        assertEquals(text.substring(sentence.start(), sentence.end()), sentence.text());
        for (Entity entity : sentence.entities()) {
          assertSame(sentence, document.sentenceOf(entity));
          Span span = sentence.spanOf(entity);
          List<TaggedToken> tokens = sentence.tokensOf(entity);
          assertEquals(sentence.tokens().subList(span.getStart(), span.getEnd()), tokens);
          assertEquals(entity.start(), tokens.get(0).start());
          assertEquals(entity.end(), tokens.get(tokens.size() - 1).end());
          assertEquals(entity.type(), span.getType());
          assertEquals(entity.score(), span.getProb());
          assertEquals("B-" + entity.type(), tokens.get(0).tag());
          for (TaggedToken inner : tokens.subList(1, tokens.size())) {
            assertEquals("I-" + entity.type(), inner.tag());
          }
        }
      }
    }
  }

  @Test
  void aLongTextIsTaggedAsByTag() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2500; i++) {
      text.append(TEXT).append(i % 3 == 0 ? "\n\n" : " ");
    }
    text.append("flew to Thailand and ".repeat(400));
    EntityTagger windows = TAGGERS.get(7);
    Document document = windows.tagDocument(text.toString());
    assertTrue(document.sentences().size() > 5000, document.sentences().size() + " sentences");
    assertEquals(windows.tag(text.toString()), document.entities());
    assertSame(
        document.sentences().get(document.sentences().size() - 1),
        document.sentenceOf(document.entities().get(document.entities().size() - 1)));
  }

  @Test
  void saysWhatTypesMean() throws IOException {
    byte[] described =
        ModelBytes.of(ModelBytes.fixture(2))
            .with("namespan.fact.type.per", "people")
            .with("namespan.fact.type.geo", "places")
            .bytes();
    try (EntityTagger tagger = tagger(described, TaggerOptions.defaults())) {
      Map<String, String> expected = Map.of("geo", "places", "per", "people");
      assertEquals(expected, tagger.tagDocument(TEXT).typeDescriptions());
    }
  }

  /** Every prefix is counted by the JDK's own means. */
  @Property(seed = "26", tries = 500)
  void countsCodePointsAndBytesAsTheJdkDoes(@ForAll("anyText") String text) {
    Document document = new Document(text, List.of(), Map.of());
    for (int offset = 0; offset <= text.length(); offset++) {
      assertEquals(text.codePointCount(0, offset), document.codePointOffset(offset));
      assertEquals(
          text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length,
          document.utf8Offset(offset));
    }
  }

  @Test
  void countsInATextOfManyEntitiesQuickly() {
    Random random = new Random(26);
    StringBuilder builder = new StringBuilder();
    while (builder.length() < 1 << 21) {
      builder.appendCodePoint(random.nextInt(5) == 0 ? 0x1F600 : random.nextInt(0xD800));
    }
    String text = builder.toString();
    Document document = new Document(text, List.of(), Map.of());
    int codePoints = 0;
    // Some two million questions: counted anew for each, they would take hours.
    for (int offset = 0; offset < text.length(); ) {
      assertEquals(codePoints++, document.codePointOffset(offset));
      offset += Character.charCount(text.codePointAt(offset));
    }
    assertEquals(text.getBytes(StandardCharsets.UTF_8).length, document.utf8Offset(text.length()));
  }

  @Test
  void refusesOffsetsBeyondTheText() {
    Document document = new Document("Zoë", List.of(), Map.of());
    assertEquals(4, document.utf8Offset(3));
    assertEquals(
        "offset 4, expected 0 to 3, the length of the text",
        assertThrows(IndexOutOfBoundsException.class, () -> document.utf8Offset(4)).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> document.codePointOffset(-1));
  }

  @Test
  void refusesEntitiesOfOtherTexts() {
    Document document = TAGGERS.get(0).tagDocument(TEXT);
    Entity beyond = new Entity("per", "old", TEXT.length(), TEXT.length() + 3, 1, "a");
    Entity across = new Entity("per", "rained. Barack", 3, 17, 1, "a");
    Entity within = new Entity("per", "Bar", 11, 14, 1, "a");
    for (Entity entity : List.of(beyond, across)) {
      assertEquals(
          "the entity at "
              + entity.start()
              + ".."
              + entity.end()
              + " is in none of the 2 sentences of this document",
          assertThrows(IllegalArgumentException.class, () -> document.sentenceOf(entity))
              .getMessage());
    }
    Sentence second = document.sentenceOf(within);
    assertEquals(
        "the entity at 11..14 is not made of tokens of the sentence at 11..77",
        assertThrows(IllegalArgumentException.class, () -> second.spanOf(within)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> second.tokensOf(beyond));
    assertThrows(
        IllegalArgumentException.class, () -> new Sentence(TEXT, second.tokens(), List.of(within)));
    assertThrows(IllegalArgumentException.class, () -> new Sentence(TEXT, List.of(), List.of()));
  }

  @Test
  void printsNothingOfItsText() {
    Document document = TAGGERS.get(0).tagDocument(TEXT);
    assertFalse(document.toString().contains("Obama"));
    assertFalse(document.sentences().get(1).toString().contains("Obama"));
  }

  @Test
  void isEmptyForBlankText() {
    for (String blank : List.of("", "  \n\n\u200B")) {
      Document document = TAGGERS.get(0).tagDocument(blank);
      assertEquals(List.of(), document.sentences());
      assertEquals(List.of(), document.entities());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "Barack Obama", "Maria Silva’s", "flew to Thailand", "in December", "was old"),
            Arbitraries.of(" ", " ", "\n", "\t", "\u200B", "\n\n"),
            Arbitraries.of(". ", ",", "! ", "“", "”", "-", "."),
            Arbitraries.of("😀", "👩‍🔬", "語", "\u0301", "\uD83D", "\uDE00"),
            Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(5),
            Arbitraries.strings().ascii().ofMaxLength(40),
            Arbitraries.of("é", "語", "😀", "\uD83D", "\uDE00", "\uD83D\uD83D", "\uDE00\uDE00"))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
