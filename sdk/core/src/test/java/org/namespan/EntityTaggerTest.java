package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.ModelBytes;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

class EntityTaggerTest {

  private static final byte[] FIXTURE = ModelBytes.fixture(1);

  private static final EntityTagger TAGGER = tagger(TaggerOptions.defaults());

  private static final EntityTagger SURE = tagger(TaggerOptions.defaults().withMinScore(0.9));

  private static final EntityTagger UNSURE = tagger(TaggerOptions.defaults().withMinScore(0.05));

  private static final String SENTENCE = "Barack Obama flew to Thailand in December.";

  private static final String[] WORDS = {"Barack", "Obama", "flew", "to", "Thailand"};

  /** Batches of another size round scores differently in their last digits. */
  private static final double ROUNDING = 1e-5;

  private static EntityTagger tagger(TaggerOptions options) {
    try {
      return EntityTagger.load(ByteBuffer.wrap(FIXTURE), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDocumentIsTaggedAsItIsRead() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append(SENTENCE).append(i % 7 == 0 ? "\n\n" : " ").append("The war in Iraq ").append(i);
      text.append(i % 5 == 0 ? "? " : ". ");
    }
    List<Entity> found = new ArrayList<>();
    TAGGER.tag(new StringReader(text.toString()), found::add);
    assertTrue(found.size() > 9000, found.size() + " entities");
    assertSame(TAGGER.tag(text.toString()), found);
  }

  @Property(seed = "20", tries = 100)
  void ofChosenTypesAreReportedWhoAreAmongAll(@ForAll("texts") String text) throws IOException {
    TaggerOptions options = TaggerOptions.defaults().withTypes(Set.of("geo", "tim"));
    List<Entity> expected =
        TAGGER.tag(text).stream()
            .filter(e -> e.type().equals("geo") || e.type().equals("tim"))
            .toList();
    try (EntityTagger tagger = tagger(options)) {
      assertSame(expected, tagger.tag(text));
      List<String> tags =
          tagger.tagSentences(text).stream()
              .flatMap(List::stream)
              .map(TaggedToken::tag)
              .filter(tag -> tag.startsWith("B-"))
              .map(tag -> tag.substring(2))
              .toList();
      assertEquals(expected.stream().map(Entity::type).toList(), tags);
    }
  }

  @Test
  void refusesATypeThatTheModelDoesNotKnow() {
    TaggerOptions options = TaggerOptions.defaults().withTypes(Set.of("geo", "person"));
    assertEquals(
        "type 'person' is none of the model's, expected some of " + TAGGER.info().types(),
        assertThrows(IllegalArgumentException.class, () -> tagger(options)).getMessage());
  }

  @Property(seed = "20", tries = 100)
  void explainsEachTokenByAllLabels(@ForAll("texts") String text) {
    List<ExplainedToken> tokens = TAGGER.explain(text).stream().flatMap(List::stream).toList();
    assertEquals(
        TAGGER.tagSentences(text).stream()
            .flatMap(List::stream)
            .map(t -> t.text() + " " + t.start() + " " + t.end())
            .toList(),
        tokens.stream().map(t -> t.text() + " " + t.start() + " " + t.end()).toList());
    for (ExplainedToken token : tokens) {
      assertEquals(Set.copyOf(TAGGER.info().labels()), token.labels().keySet());
      List<Double> probabilities = List.copyOf(token.labels().values());
      assertEquals(1, probabilities.stream().mapToDouble(p -> p).sum(), 1e-5);
      assertEquals(
          probabilities.stream().sorted(Comparator.reverseOrder()).toList(), probabilities);
    }
    for (Entity entity : UNSURE.tag(text)) {
      for (ExplainedToken token : tokens) {
        if (token.start() >= entity.start() && token.end() <= entity.end()) {
          double ofType =
              token.labels().entrySet().stream()
                  .filter(label -> label.getKey().endsWith("-" + entity.type()))
                  .mapToDouble(Map.Entry::getValue)
                  .sum();
          assertTrue(ofType >= entity.score() - ROUNDING, token + " in " + entity);
        }
      }
    }
  }

  @Test
  void tellsWordsThatTheVocabularyDoesNotHold() {
    assertEquals(
        List.of("Zxqwv"),
        TAGGER.explain("Barack Zxqwv flew.").get(0).stream()
            .filter(ExplainedToken::unknown)
            .map(ExplainedToken::text)
            .toList());
  }

  @Test
  void aTaggerMayBeClosedWhileADocumentIsRead() throws IOException {
    EntityTagger tagger = tagger(TaggerOptions.defaults());
    Reader document = new StringReader((SENTENCE + " ").repeat(3000));
    IllegalStateException closed =
        assertThrows(
            IllegalStateException.class, () -> tagger.tag(document, entity -> tagger.close()));
    assertEquals("this EntityTagger is closed", closed.getMessage());
  }

  private static List<String> shown(List<Entity> entities) {
    return entities.stream()
        .map(e -> e.type() + " " + e.text() + " " + e.start() + ".." + e.end())
        .toList();
  }

  private static void assertSame(List<Entity> expected, List<Entity> found) {
    assertEquals(shown(expected), shown(found));
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).score(), found.get(i).score(), ROUNDING);
    }
  }

  @Test
  void aModelOfFormatVersion1FindsEntities() {
    List<Entity> entities = TAGGER.tag(SENTENCE);
    assertEquals(
        List.of("per Barack Obama 0..12", "geo Thailand 21..29", "tim December 33..41"),
        shown(entities));
    assertTrue(entities.stream().allMatch(e -> e.score() > 0.8), entities.toString());
    assertEquals(
        List.of("per Maria Silva 1..12", "geo New York City 28..41", "tim 1998 48..52"),
        shown(
            TAGGER.tag("“Maria Silva’s house is in\r\nNew York City.”\n\nIn 1998, it was cold.")));
  }

  @Test
  void aModelOfFormatVersion2FindsEntities() throws IOException {
    try (EntityTagger tagger = EntityTagger.load(ByteBuffer.wrap(ModelBytes.fixture(2)))) {
      List<Entity> entities = tagger.tag(SENTENCE);
      assertEquals(
          List.of("per Barack Obama 0..12", "geo Thailand 21..29", "tim December 33..41"),
          shown(entities));
      assertTrue(entities.stream().allMatch(e -> e.score() > 0.8), entities.toString());
      assertEquals("BILOU", tagger.info().scheme());
      assertEquals(
          List.of("B-per", "I-per", "O", "O", "B-geo", "O", "B-tim", "O"),
          tagger.tagTokens(
              List.of("Barack", "Obama", "flew", "to", "Thailand", "in", "December", ".")));
    }
  }

  @Test
  void aModelOfFormatVersion2WithCharactersFindsEntities() throws IOException {
    ByteBuffer model = ByteBuffer.wrap(ModelBytes.fixtureWithCharacters());
    try (EntityTagger tagger = EntityTagger.load(model)) {
      List<Entity> entities = tagger.tag(SENTENCE);
      assertEquals(
          List.of("per Barack Obama 0..12", "geo Thailand 21..29", "tim December 33..41"),
          shown(entities));
      assertTrue(entities.stream().allMatch(e -> e.score() > 0.8), entities.toString());
    }
  }

  /** In text that is not tokenised, so that its tables are asked. */
  @Test
  void aModelOfFormatVersion3FindsEntities() throws IOException {
    try (EntityTagger tagger = EntityTagger.load(ByteBuffer.wrap(ModelBytes.fixture(3)))) {
      assertEquals(
          List.of("per Barack Obama 0..12", "geo Thailand 21..29", "tim December 33..41"),
          shown(tagger.tag(SENTENCE)));
      List<Entity> entities = tagger.tag("Barack Obama flew to Thailand. In December, he left.");
      assertEquals(
          List.of("per Barack Obama 0..12", "geo Thailand 21..29", "tim December 34..42"),
          shown(entities));
      assertTrue(entities.stream().allMatch(e -> e.score() > 0.8), entities.toString());
    }
  }

  /** The labels are O, B-geo, I-geo, B-per, I-per, B-tim, I-tim. */
  @Test
  void transitionScoresCountInTagsAndScores() throws IOException {
    List<String> tokens = List.of("Barack", "Obama", "flew", "to", "Thailand", ".");
    assertEquals(List.of("B-per", "I-per", "O", "O", "B-geo", "O"), TAGGER.tagTokens(tokens));
    float[] none = new float[7];
    float[] noSteps = new float[49];
    float[] against = noSteps.clone();
    against[3 * 7 + 4] = -60; // B-per to I-per
    against[1] = -3; // O to B-geo
    try (EntityTagger tagger = withTransitions(none, none, against)) {
      assertNotEquals("I-per", tagger.tagTokens(tokens).get(1));
      assertNotEquals("I-per", tagger.tagSentences(SENTENCE).get(0).get(1).tag());
      List<Entity> entities = tagger.tag(SENTENCE);
      assertFalse(shown(entities).contains("per Barack Obama 0..12"));
      Entity thailand = entities.stream().filter(e -> e.start() == 21).findFirst().orElseThrow();
      assertTrue(thailand.score() < TAGGER.tag(SENTENCE).get(1).score() - 0.01);
    }
    float[] start = {0, 40, 0, 0, 0, 0, 0};
    float[] end = {0, 0, 0, 0, 0, 60, 0};
    try (EntityTagger tagger = withTransitions(start, end, noSteps)) {
      List<String> tags = tagger.tagTokens(tokens);
      assertEquals("B-geo", tags.get(0));
      assertEquals("B-tim", tags.get(5));
    }
    float[] next = noSteps.clone();
    next[0] = 1e-6f; // as good as none
    try (EntityTagger tagger = withTransitions(none, none, next)) {
      assertSame(TAGGER.tag(SENTENCE), tagger.tag(SENTENCE));
    }
  }

  /** The fixture of version 1 as a model of version 2. */
  private static EntityTagger withTransitions(float[] starts, float[] ends, float[] steps)
      throws IOException {
    ModelBytes model = ModelBytes.of(FIXTURE).with("namespan.format", "2");
    model = model.with("namespan.transitions.start", lines(starts));
    model = model.with("namespan.transitions.end", lines(ends));
    model = model.with("namespan.transitions", lines(steps));
    return EntityTagger.load(ByteBuffer.wrap(model.bytes()));
  }

  private static String lines(float[] numbers) {
    List<String> lines = new ArrayList<>();
    for (float number : numbers) {
      lines.add(Float.toString(number));
    }
    return String.join("\n", lines);
  }

  /** What is likelier than not is in the way of nothing likelier. */
  @Property(seed = "20", tries = 100)
  void aLargerSmallestScoreLeavesOutWhatScoresLess(@ForAll("texts") String text) {
    List<Entity> likelier = SURE.tag(text);
    assertTrue(likelier.stream().allMatch(e -> e.score() > 0.9), likelier::toString);
    assertSame(UNSURE.tag(text).stream().filter(e -> e.score() > 0.9).toList(), likelier);
  }

  @Test
  void aSmallerSmallestScoreFindsMore() {
    int[] found = new int[3];
    for (String text : texts().sampleStream().limit(200).toList()) {
      found[0] += SURE.tag(text).size();
      found[1] += TAGGER.tag(text).size();
      found[2] += UNSURE.tag(text).size();
    }
    assertTrue(found[0] < found[1] && found[1] < found[2], Arrays.toString(found));
  }

  @Test
  void theModelsOwnSmallestScoreHoldsUnlessAnotherIsGiven() throws IOException {
    ByteBuffer model =
        ByteBuffer.wrap(
            ModelBytes.of(ModelBytes.fixture(2)).with("namespan.min.score", "0.999999").bytes());
    try (EntityTagger own = EntityTagger.load(model);
        EntityTagger other = EntityTagger.load(model, TaggerOptions.defaults().withMinScore(0.5))) {
      assertEquals(0.999999, own.info().minScore());
      assertEquals(List.of(), own.tag(SENTENCE));
      assertEquals(
          Collections.nCopies(8, "O"),
          own.tagTokens(
              List.of("Barack", "Obama", "flew", "to", "Thailand", "in", "December", ".")));
      assertEquals(0.999999, other.info().minScore());
      assertEquals(
          List.of("per Barack Obama 0..12", "geo Thailand 21..29", "tim December 33..41"),
          shown(other.tag(SENTENCE)));
    }
  }

  /** Odds of scores are those of probabilities to the power of the slope. */
  @Test
  void scoresAreCalibratedAndSoAreSmallestScores() throws IOException {
    ModelBytes plain = ModelBytes.of(ModelBytes.fixture(3)).with("namespan.min.score", "0.2");
    ModelBytes calibrated =
        plain.with("namespan.calibration", "0.25\n-1.0").with("namespan.format", "4");
    TaggerOptions options = TaggerOptions.defaults();
    assertCalibrated(plain, options, calibrated, options, 0.2);
    assertCalibrated(
        plain, options.withMinScore(0.7), calibrated, options.withMinScore(calibrated(0.7)), 0.2);
    assertCalibrated(plain, options.withMinScore(0), calibrated, options.withMinScore(0), 0.2);
    assertCalibrated(
        plain.without("namespan.min.score"),
        options,
        calibrated.without("namespan.min.score"),
        options,
        0);
  }

  private void assertCalibrated(
      ModelBytes plain,
      TaggerOptions options,
      ModelBytes calibrated,
      TaggerOptions calibratedOptions,
      double minProbability)
      throws IOException {
    try (EntityTagger before = EntityTagger.load(ByteBuffer.wrap(plain.bytes()), options);
        EntityTagger after =
            EntityTagger.load(ByteBuffer.wrap(calibrated.bytes()), calibratedOptions)) {
      assertEquals(calibrated(minProbability), after.info().minScore(), 1e-12);
      TaggerNameFinder finder = new TaggerNameFinder(after);
      assertEquals(
          calibrated(new TaggerNameFinder(before).find(WORDS)[0].getProb()),
          finder.find(WORDS)[0].getProb(),
          1e-9);
      int found = 0;
      for (String text : texts().sampleStream().limit(200).toList()) {
        List<Entity> expected = before.tag(text);
        List<Entity> scored = after.tag(text);
        assertEquals(shown(expected), shown(scored));
        for (int i = 0; i < expected.size(); i++) {
          assertEquals(calibrated(expected.get(i).score()), scored.get(i).score(), 1e-9);
        }
        found += expected.size();
      }
      assertTrue(found > 100, found + " entities");
    }
  }

  private static double calibrated(double probability) {
    double odds = Math.pow(probability / (1 - probability), 0.25) / Math.E;
    return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  }

  @Test
  void saysWhatTheModelIs() {
    ModelInfo info = TAGGER.info();
    assertEquals(Set.of("geo", "per", "tim"), info.types());
    assertEquals(List.of("O", "B-geo", "I-geo", "B-per", "I-per", "B-tim", "I-tim"), info.labels());
    assertEquals("BIO", info.scheme());
    assertEquals(61, info.vocabularySize());
    assertEquals(0, info.minScore());
    assertEquals("format-1.conll", info.facts().get("training.data"));
    assertThrows(UnsupportedOperationException.class, () -> info.labels().add("x"));
    assertThrows(UnsupportedOperationException.class, () -> info.types().add("x"));
    assertThrows(UnsupportedOperationException.class, () -> info.facts().put("x", "y"));
  }

  @Test
  void saysWhatTheTypesMean() throws IOException {
    assertEquals(Map.of(), TAGGER.info().typeDescriptions());
    byte[] described =
        ModelBytes.of(ModelBytes.fixture(3))
            .with("namespan.fact.type.per", "names of people, without titles")
            .with("namespan.fact.type.tim", "dates, «tomorrow» too")
            .with("namespan.fact.type.plant", "none of its types")
            .bytes();
    try (EntityTagger tagger = EntityTagger.load(ByteBuffer.wrap(described))) {
      Map<String, String> descriptions = tagger.info().typeDescriptions();
      assertEquals(
          "{per=names of people, without titles, tim=dates, «tomorrow» too}",
          descriptions.toString());
      assertThrows(UnsupportedOperationException.class, () -> descriptions.put("geo", "y"));
    }
  }

  @Test
  void loadsFromEverySource(@TempDir Path folder) throws IOException {
    List<Entity> expected = TAGGER.tag(SENTENCE);
    Path file = folder.resolve("modèle 1.onnx");
    Files.write(file, FIXTURE);
    try (EntityTagger tagger = EntityTagger.load(file)) {
      assertEquals(expected, tagger.tag(SENTENCE));
    }
    try (InputStream stream = Files.newInputStream(file);
        EntityTagger tagger = EntityTagger.load(stream)) {
      assertEquals(expected, tagger.tag(SENTENCE));
      assertEquals(-1, stream.read(), "the stream is read to its end and left open");
    }
    ByteBuffer heap = ByteBuffer.allocate(FIXTURE.length + 20);
    ByteBuffer direct = ByteBuffer.allocateDirect(FIXTURE.length + 20);
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, FIXTURE.length);
      for (ByteBuffer buffer : List.of(heap, direct, mapped, heap.asReadOnlyBuffer())) {
        if (!buffer.isReadOnly()) {
          buffer.position(7).put(FIXTURE);
        }
        if (buffer != mapped) {
          buffer.position(7).limit(7 + FIXTURE.length);
        }
        ByteBuffer before = buffer.duplicate();
        try (EntityTagger tagger = EntityTagger.load(buffer)) {
          assertEquals(before.position(), buffer.position());
          assertEquals(before.limit(), buffer.limit());
          if (!buffer.isReadOnly()) {
            for (int i = buffer.position(); i < buffer.limit(); i++) {
              buffer.put(i, (byte) 0); // not used after return
            }
          }
          assertEquals(expected, tagger.tag(SENTENCE));
        }
        if (buffer == heap) {
          heap.position(7).put(FIXTURE).position(7);
        }
      }
    }
  }

  /** A phone's heap is small beside a model. */
  @Test
  void copiesAStreamToTheHeapOnce() {
    int size = 16 << 20;
    InputStream zeros = new ByteArrayInputStream(new byte[size]);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThrows(ModelFormatException.class, () -> EntityTagger.load(zeros));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 1.5 * size, allocated + " bytes");
  }

  /** JNI's form of UTF-8 is not the file system's for characters beyond U+FFFF. */
  @ParameterizedTest
  @ValueSource(strings = {"語.onnx", "😀.onnx"})
  void loadsAFileOfAnyName(String name, @TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve(name), FIXTURE);
    try (EntityTagger tagger = EntityTagger.load(file)) {
      assertEquals(TAGGER.tag(SENTENCE), tagger.tag(SENTENCE));
    }
  }

  @Test
  void refusesWhatIsNoModel() {
    for (byte[] bad : List.of(new byte[0], "Barack Obama".getBytes())) {
      ModelFormatException e =
          assertThrows(
              ModelFormatException.class, () -> EntityTagger.load(new ByteArrayInputStream(bad)));
      assertFalse(e.getMessage().contains("Obama"), e.getMessage());
      assertTrue(e.getMessage().startsWith("model of " + bad.length + " bytes: "), e.getMessage());
    }
  }

  @Test
  void tellsWhyAStreamCannotBeRead() {
    IOException broken = new IOException("the cable is out");
    assertEquals(
        broken, assertThrows(IOException.class, () -> EntityTagger.load(breakingOff(broken))));
    RuntimeException closed = new IllegalStateException("closed by its owner");
    IOException e = assertThrows(IOException.class, () -> EntityTagger.load(breakingOff(closed)));
    assertEquals(closed, e.getCause());
  }

  /** Gives the first half of a model. */
  private static InputStream breakingOff(Exception failure) {
    return new InputStream() {
      private int read;

      @Override
      public int read() throws IOException {
        if (read < FIXTURE.length / 2) {
          return FIXTURE[read++] & 0xff;
        }
        if (failure instanceof IOException) {
          throw (IOException) failure;
        }
        throw (RuntimeException) failure;
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        target[from] = (byte) read();
        return 1;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokenizer", "sentence"})
  void refusesTextModelsThatAreNone(String which) {
    ModelBytes model = ModelBytes.of(FIXTURE);
    String other = which.equals("tokenizer") ? "sentence" : "tokenizer";
    String swapped = model.entries().get("namespan." + other + ".model");
    for (String bad : List.of("", "AAEC", swapped, swapped.substring(0, 4000))) {
      byte[] bytes = model.with("namespan." + which + ".model", bad).bytes();
      ModelFormatException e =
          assertThrows(ModelFormatException.class, () -> EntityTagger.load(ByteBuffer.wrap(bytes)));
      assertTrue(e.getMessage().contains("not an OpenNLP " + which + " model"), e.getMessage());
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokenizer", "sentence"})
  void refusesTablesThatAreNone(String which) {
    ModelBytes model = ModelBytes.of(ModelBytes.fixture(3));
    String other = which.equals("tokenizer") ? "sentence" : "tokenizer";
    String swapped = model.entries().get("namespan." + other + ".model");
    for (String bad : List.of("", "AAEC", swapped, swapped.substring(0, 4000))) {
      byte[] bytes = model.with("namespan." + which + ".model", bad).bytes();
      ModelFormatException e =
          assertThrows(ModelFormatException.class, () -> EntityTagger.load(ByteBuffer.wrap(bytes)));
      assertTrue(e.getMessage().contains("not a maxent " + which + " model"), e.getMessage());
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }
  }

  @Test
  void saysWhichDependencyIsMissing() {
    FileNotFoundException e =
        assertThrows(FileNotFoundException.class, () -> EntityTagger.english());
    assertTrue(e.getMessage().endsWith("org.namespan:namespan-model-en"), e.getMessage());
    e = assertThrows(FileNotFoundException.class, () -> EntityTagger.bundled("xx"));
    assertEquals(
        "the model xx is not on the class path: add the dependency org.namespan:namespan-model-xx",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\t\u00A0\u200B\uFEFF\r\n"})
  void findsNothingInBlankText(String blank) {
    assertEquals(List.of(), TAGGER.tag(blank));
    assertEquals(List.of(), TAGGER.tagSentences(blank));
    assertEquals(List.of(List.of(), List.of()), TAGGER.tagAll(List.of(blank, blank)));
  }

  @Test
  void takesEmptyCollections() {
    assertEquals(List.of(), TAGGER.tagAll(List.of()));
    assertEquals(List.of(), TAGGER.tagTokens(List.of()));
    assertEquals(List.of(), TAGGER.tagAllTokens(List.of()));
    assertEquals(
        List.of(List.of(), List.of("B-geo", "O"), List.of()),
        TAGGER.tagAllTokens(List.of(List.of(), List.of("Thailand", "."), List.of())));
  }

  @Property(seed = "20", tries = 300)
  void entitiesAreInOrderAndWhereTheySay(@ForAll("texts") String text) {
    int end = 0;
    for (Entity entity : TAGGER.tag(text)) {
      assertTrue(end <= entity.start() && entity.start() < entity.end());
      assertEquals(text.substring(entity.start(), entity.end()), entity.text());
      assertTrue(entity.score() >= 0 && entity.score() <= 1, () -> "" + entity.score());
      assertTrue(TAGGER.info().types().contains(entity.type()));
      end = entity.end();
    }
  }

  /** The texts of the properties are of use only if entities occur in them. */
  @Test
  void theGeneratedTextsHoldEntities() {
    long found = texts().sampleStream().limit(200).mapToLong(text -> TAGGER.tag(text).size()).sum();
    assertTrue(found > 100, found + " entities");
  }

  @Property(seed = "20", tries = 200)
  void allWaysToTagAgree(@ForAll("texts") String text) {
    List<Entity> entities = TAGGER.tag(text);
    List<String> fromTokens = new ArrayList<>();
    List<List<String>> tokens = new ArrayList<>();
    List<List<String>> tags = new ArrayList<>();
    for (List<TaggedToken> sentence : TAGGER.tagSentences(text)) {
      assertFalse(sentence.isEmpty());
      tokens.add(sentence.stream().map(TaggedToken::text).toList());
      tags.add(sentence.stream().map(TaggedToken::tag).toList());
      List<Tag> parsed = sentence.stream().map(t -> Tag.parse(t.tag(), TagScheme.BIO)).toList();
      List<Span> spans = TagScheme.BIO.decode(parsed);
      assertEquals(parsed, TagScheme.BIO.encode(spans, parsed.size()), "a legal sequence");
      for (Span span : spans) {
        int start = sentence.get(span.start()).start();
        int end = sentence.get(span.end() - 1).end();
        fromTokens.add(span.type() + " " + text.substring(start, end) + " " + start + ".." + end);
      }
    }
    assertEquals(shown(entities), fromTokens);
    assertEquals(tags, TAGGER.tagAllTokens(tokens));
    for (int i = 0; i < tokens.size(); i++) {
      assertEquals(tags.get(i), TAGGER.tagTokens(tokens.get(i)));
    }
  }

  @Property(seed = "20", tries = 50)
  void theCompanyOfOtherTextsChangesNothing(@ForAll("manyTexts") List<String> texts) {
    List<List<Entity>> alone = texts.stream().map(TAGGER::tag).toList();
    for (int batchSize : new int[] {1, 3, 1000}) {
      try (EntityTagger tagger = tagger(TaggerOptions.defaults().withBatchSize(batchSize))) {
        List<List<Entity>> together = tagger.tagAll(texts);
        assertEquals(texts.size(), together.size());
        for (int i = 0; i < texts.size(); i++) {
          assertSame(alone.get(i), together.get(i));
        }
      }
    }
  }

  @Test
  void moreTextsThanAreTaggedAtOnceStayInOrder() {
    List<String> texts = new ArrayList<>();
    List<List<String>> tokens = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      boolean first = i % 3 == 0;
      texts.add(first ? SENTENCE : i % 3 == 1 ? "" : "It rained in Rome. Nobody knew.");
      tokens.add(first ? List.of("In", "December") : List.of("Go", "home", ",", "Anna", "!"));
    }
    List<List<Entity>> found = TAGGER.tagAll(texts);
    List<List<String>> tags = TAGGER.tagAllTokens(tokens);
    for (int i = 0; i < texts.size(); i++) {
      assertSame(TAGGER.tag(texts.get(i % 3)), found.get(i));
      assertEquals(TAGGER.tagTokens(tokens.get(i)), tags.get(i));
    }
  }

  /** Without a full stop, so that all of it is one sentence. */
  private static List<String> longSentence(int tokens) {
    List<String> parts =
        List.of(
            "Barack Obama flew to Thailand in December and",
            "Maria Silva lives in New York City and",
            "the house was old and the garden was green and",
            "Angela Merkel met John Smith in South Africa on Monday and");
    List<String> sentence = new ArrayList<>();
    Random random = new Random(20);
    while (sentence.size() < tokens) {
      sentence.addAll(List.of(parts.get(random.nextInt(parts.size())).split(" ")));
    }
    return sentence.subList(0, tokens);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 20, 31, 32, 64, 255, 2_999, 3_000})
  void windowsOfALongSentenceGiveWhatOneWindowGives(int window) {
    List<String> tokens = longSentence(3_000);
    try (EntityTagger whole = tagger(TaggerOptions.defaults().withWindowTokens(3_001));
        EntityTagger parts = tagger(TaggerOptions.defaults().withWindowTokens(window))) {
      List<String> expected = whole.tagTokens(tokens);
      List<String> found = parts.tagTokens(tokens);
      assertEquals(tokens.size(), found.size());
      int different = 0;
      for (int i = 0; i < tokens.size(); i++) {
        different += expected.get(i).equals(found.get(i)) ? 0 : 1;
      }
      // A small window shows less of the sentence, and this model leans on what it can see.
      int allowed = window >= 255 ? 0 : window >= 32 ? 15 : 90;
      assertTrue(different <= allowed, different + " tags differ");
      String text = String.join(" ", tokens);
      assertEquals(1, parts.tagSentences(text).size());
      if (different == 0) {
        assertEquals(shown(whole.tag(text)), shown(parts.tag(text)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 33, 64})
  void noWindowCutsAnEntity(int window) {
    List<String> filler = List.of("they", "flew", "home", "and");
    List<String> name = List.of("flew", "to", "New", "York", "City", "in", "December", "and");
    try (EntityTagger parts = tagger(TaggerOptions.defaults().withWindowTokens(window))) {
      for (int offset = 0; offset < 2 * window; offset++) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; tokens.size() < 3 * window; i++) {
          tokens.add(filler.get(i % 4));
        }
        tokens.addAll(offset, name);
        assertEquals(
            List.of("O", "O", "B-geo", "I-geo", "I-geo", "O", "B-tim", "O"),
            parts.tagTokens(tokens).subList(offset, offset + name.size()),
            "at " + offset);
      }
    }
  }

  @Test
  void isOfNoUseAfterClose() {
    EntityTagger tagger = tagger(TaggerOptions.defaults());
    tagger.close();
    tagger.close();
    List<Callable<?>> calls =
        List.of(
            () -> tagger.tag(SENTENCE),
            () -> tagger.tag(""),
            () -> tagger.tagAll(List.of()),
            () -> tagger.tagTokens(List.of("a")),
            () -> tagger.tagAllTokens(List.of()),
            () -> tagger.tagDocument(SENTENCE),
            () -> tagger.tagAllDocuments(List.of()),
            () -> tagger.tagSentences(SENTENCE));
    for (Callable<?> call : calls) {
      IllegalStateException e = assertThrows(IllegalStateException.class, call::call);
      assertEquals("this EntityTagger is closed", e.getMessage());
    }
    assertEquals(61, tagger.info().vocabularySize());
  }

  @Test
  void closeWaitsForTheCallsThatAreRunning() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        EntityTagger tagger = tagger(TaggerOptions.defaults());
        List<String> texts = Collections.nCopies(50, SENTENCE);
        CountDownLatch running = new CountDownLatch(4);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          calls.add(pool.submit(() -> tagUntilClosed(tagger, texts, running)));
        }
        assertTrue(running.await(60, TimeUnit.SECONDS));
        tagger.close();
        for (Future<Integer> call : calls) {
          assertTrue(call.get(60, TimeUnit.SECONDS) > 0);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static int tagUntilClosed(
      EntityTagger tagger, List<String> texts, CountDownLatch running) {
    int done = 0;
    while (true) {
      try {
        for (List<Entity> entities : tagger.tagAll(texts)) {
          assertEquals(3, entities.size());
        }
      } catch (IllegalStateException e) {
        assertEquals("this EntityTagger is closed", e.getMessage());
        return done;
      }
      if (done++ == 0) {
        running.countDown();
      }
    }
  }

  @Test
  void manyThreadsGiveWhatOneGives() throws Exception {
    List<String> texts = new ArrayList<>();
    texts().sampleStream().limit(300).forEach(texts::add);
    texts.addAll(Collections.nCopies(50, SENTENCE));
    List<List<Entity>> expected = texts.stream().map(TAGGER::tag).toList();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<List<Entity>>>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(pool.submit(() -> texts.stream().map(TAGGER::tag).toList()));
      }
      for (Future<List<List<Entity>>> call : calls) {
        assertEquals(expected, call.get(120, TimeUnit.SECONDS));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void workersGiveWhatTheCallerGives(int threads) throws IOException {
    List<String> texts = new ArrayList<>();
    texts().sampleStream().limit(300).forEach(texts::add);
    List<List<String>> tokens = Collections.nCopies(77, List.of("Maria", "Silva", "flew"));
    try (EntityTagger tagger = tagger(TaggerOptions.defaults().withThreads(threads))) {
      assertEquals(TAGGER.tagAll(texts), tagger.tagAll(texts));
      assertEquals(TAGGER.tagAllTokens(tokens), tagger.tagAllTokens(tokens));
      assertEquals(List.of(), tagger.tagAll(List.of()));
      assertThrows(NullPointerException.class, () -> tagger.tagAll(Collections.nCopies(9, null)));
      Thread.currentThread().interrupt();
      assertThrows(CancellationException.class, () -> tagger.tagAll(texts));
      assertTrue(Thread.interrupted());
      assertEquals(TAGGER.tagAll(texts), tagger.tagAll(texts));
    }
  }

  @Provide
  Arbitrary<List<String>> manyTexts() {
    return texts().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "Barack Obama",
                "Maria Silva’s",
                "flew to Thailand",
                "in December",
                "in New York City",
                "on 5 May 2003",
                "O\u0308bama",
                "The house was old"),
            Arbitraries.of(" ", "  ", "\n", "\r\n", "\t", "\u00A0", "\u200B", "\n\n"),
            Arbitraries.of(". ", ",", "! ", "?", "“", "”", "'s", "—", "…", "."),
            Arbitraries.of(
                "😀", "👩‍🔬", "🇩🇪", "𝒜", "語", "\u0301", "\u200D", "\uFE0F", "ß", "İ"),
            Arbitraries.of("\uD83D", "\uDE00", "\u0000"),
            Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
