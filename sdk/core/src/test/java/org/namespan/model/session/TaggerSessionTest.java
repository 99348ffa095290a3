package org.namespan.model.session;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.ModelFormatException;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelBytes;
import org.namespan.model.ModelMetadata;

class TaggerSessionTest {

  private static final byte[] FIXTURE = ModelBytes.fixture(1);

  private static String refusal(byte[] bytes) {
    return refusal(bytes, ByteBuffer.wrap(bytes));
  }

  private static String refusal(byte[] bytes, ByteBuffer buffer) {
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class,
            () -> TaggerSession.open(buffer, "memory").close(),
            () -> bytes.length + " bytes");
    return checked(e, "memory");
  }

  private static String checked(ModelFormatException e, String source) {
    assertTrue(e.getMessage().startsWith(source + ": "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    assertTrue(e.getMessage().contains("expected"), e.getMessage());
    return e.getMessage();
  }

  private static String refusal(Path file) {
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class, () -> TaggerSession.open(file).close(), file.toString());
    return checked(e, file.toString());
  }

  private static ModelBytes fixture() {
    return ModelBytes.of(FIXTURE);
  }

  @Test
  void theMetadataEditorOfThisTestKeepsAModelAsItIs() throws IOException {
    try (TaggerSession session = open(fixture().bytes())) {
      assertEquals(fixture().entries(), MetadataCodec.toEntries(session.metadata()));
    }
  }

  private static TaggerSession open(byte[] bytes) throws IOException {
    return TaggerSession.open(ByteBuffer.wrap(bytes), "memory");
  }

  @Test
  void refusesFilesThatAreNoModel(@TempDir Path folder) throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "Dear Barack Obama,\nplease find enclosed no model.\n");
    assertFalse(refusal(text).contains("Obama"));
    Path empty = folder.resolve("empty.onnx");
    Files.write(empty, new byte[0]);
    refusal(empty);
    assertTrue(refusal(folder).contains("is a directory"));
    Path missing = folder.resolve("missing.onnx");
    assertEquals(
        missing + ": no such model file",
        assertThrows(NoSuchFileException.class, () -> TaggerSession.open(missing)).getMessage());
  }

  @Test
  void refusesBytesThatAreNoModel() {
    refusal(new byte[0]);
    refusal("PK\u0003\u0004 no model".getBytes(StandardCharsets.UTF_8));
    byte[] zeros = new byte[10_000];
    refusal(zeros);
    refusal(new byte[0], ByteBuffer.allocateDirect(0));
    refusal(zeros, ByteBuffer.allocateDirect(zeros.length));
  }

  @Test
  void refusesAModelCutOffAnywhere(@TempDir Path folder) throws IOException {
    for (int i = 1; i < 40; i++) {
      byte[] cut = Arrays.copyOf(FIXTURE, (int) ((long) FIXTURE.length * i / 40));
      refusal(cut);
      Path file = folder.resolve(i + ".onnx");
      Files.write(file, cut);
      refusal(file);
    }
    refusal(Arrays.copyOf(FIXTURE, 1));
    refusal(Arrays.copyOf(FIXTURE, FIXTURE.length - 1));
  }

  @Test
  void refusesAFileTooLargeForOnnx(@TempDir Path folder) throws IOException {
    Path large = folder.resolve("large.onnx");
    try (SeekableByteChannel channel = Files.newByteChannel(large, CREATE_NEW, SPARSE, WRITE)) {
      channel.position(Integer.MAX_VALUE).write(ByteBuffer.allocate(1));
    }
    assertTrue(refusal(large).contains("has 2147483648 bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.onnx", "a model, 2.onnx", "modèle.onnx", "模型😀.onnx"})
  void readsAFileWhateverItsName(String name, @TempDir Path folder) throws IOException {
    String letters = System.getProperty("sun.jnu.encoding", "UTF-8");
    assumeTrue(Charset.forName(letters).newEncoder().canEncode(name), letters);
    Path file = Files.write(folder.resolve(name), FIXTURE);
    try (TaggerSession session = TaggerSession.open(file)) {
      assertEquals(fixture().entries(), MetadataCodec.toEntries(session.metadata()));
      // Also on Windows, for nothing holds it.
      Files.delete(file);
    }
  }

  @Test
  void readsFromAFileSystemInsideJava(@TempDir Path folder) throws IOException {
    URI zip = URI.create("jar:" + folder.resolve("models.zip").toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path inside = files.getPath("/model.onnx");
      Files.write(inside, FIXTURE);
      try (TaggerSession session = TaggerSession.open(inside)) {
        assertEquals(fixture().entries(), MetadataCodec.toEntries(session.metadata()));
      }
      assertThrows(
          NoSuchFileException.class, () -> TaggerSession.open(files.getPath("/other.onnx")));
    }
  }

  @Test
  void readsWordsOfEveryScript() throws IOException {
    List<String> words =
        List.of("😀", "𝒜b", "\0", "\uD83D", "Ελλάδα", "語", "e\u0301", "\u00A0", "naïve", "\u0001");
    ModelMetadata old = MetadataCodec.fromEntries(fixture().entries(), "fixture");
    List<String> vocabulary = new ArrayList<>(words);
    vocabulary.addAll(old.vocabulary().subList(words.size(), old.vocabulary().size()));
    ModelMetadata other =
        new ModelMetadata(
            old.tagSet(), old.recipe(), vocabulary, old.textModels(), Map.of("note", "日本 😀"));
    try (TaggerSession session =
        open(fixture().withEntries(MetadataCodec.toEntries(other)).bytes())) {
      assertEquals(words, session.metadata().vocabulary().subList(0, words.size()));
      assertEquals("日本 😀", session.metadata().facts().get("note"));
    }
  }

  @Test
  void refusesAModelWithoutMetadata() {
    String message = refusal(fixture().withEntries(Collections.emptyMap()).bytes());
    assertTrue(message.contains("without NameSpan metadata"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheme", "labels", "hash.rows", "vocabulary", "sentence.model"})
  void refusesAModelWithoutAnEntry(String key) {
    String message = refusal(fixture().without("namespan." + key).bytes());
    assertTrue(message.contains("'namespan." + key + "'"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"O|B-per|I-per", "O|B-per|I-per|B-a|I-a|B-b|I-b|B-c|I-c"})
  void refusesLabelsThatDoNotFitTheGraph(String labels) {
    String message = refusal(fixture().with("namespan.labels", labels.replace('|', '\n')).bytes());
    assertTrue(message.contains("output 'emissions'"), message);
    assertTrue(message.contains("[-1, -1, " + labels.split("\\|").length + "]"), message);
  }

  /** Tables over pairs of so many labels would take gigabytes. */
  @Test
  void refusesMoreLabelsThanAreSensible() {
    StringBuilder labels = new StringBuilder("O");
    for (int type = 1; type < 20_000; type++) {
      labels.append("\nB-t").append(type);
    }
    byte[] model = fixture().with("namespan.labels", labels.toString()).bytes();
    assertEquals(
        "memory: metadata entry 'namespan.labels': found 20000 labels, expected at most 1024",
        refusal(model));
  }

  @Test
  void refusesAVocabularyThatDoesNotFitTheGraph() {
    String vocabulary = fixture().entries().get("namespan.vocabulary");
    String longer = vocabulary + "\nanother";
    String shorter = vocabulary.substring(0, vocabulary.lastIndexOf('\n'));
    String twice = vocabulary.substring(0, vocabulary.lastIndexOf('\n')) + "\n.";
    for (String bad : List.of(longer, shorter, "", "one")) {
      String message = refusal(fixture().with("namespan.vocabulary", bad).bytes());
      assertTrue(message.contains(bad.equals(longer) ? "fewer rows" : "more rows"), message);
    }
    String message = refusal(fixture().with("namespan.vocabulary", twice).bytes());
    assertTrue(message.contains("vocabulary of 61 words holds only 60"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"128|64|33", "128|64|31", "1|1|1", "2147483640|1|1"})
  void refusesHashedRowsThatDoNotFitTheGraph(String rows) {
    String message = refusal(fixture().with("namespan.hash.rows", rows.replace('|', '\n')).bytes());
    assertTrue(message.contains("tables"), message);
  }

  @Test
  void refusesHashedFeaturesThatDoNotFitTheGraph() {
    ModelBytes fewer =
        fixture().with("namespan.hash.features", "lower").with("namespan.hash.rows", "224");
    String message = refusal(fewer.bytes());
    assertTrue(message.contains("input 'hashes'"), message);
    ModelBytes none = fixture().with("namespan.hash.features", "").with("namespan.hash.rows", "");
    message = refusal(none.bytes());
    assertTrue(message.contains("the graph's inputs are"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "length, 15, input 'chars'",
    "length, 17, input 'chars'",
    "alphabet, abc, more rows",
    "alphabet, '', more rows",
  })
  void refusesCharactersThatDoNotFitTheGraph(String entry, String value, String found) {
    ModelBytes model = ModelBytes.of(ModelBytes.fixtureWithCharacters());
    String message = refusal(model.with("namespan.char." + entry, value).bytes());
    assertTrue(message.contains(found), message);
  }

  @Test
  void refusesAnAlphabetThatIsTooLong() {
    ModelBytes model = ModelBytes.of(ModelBytes.fixtureWithCharacters());
    String longer = model.entries().get("namespan.char.alphabet") + "語";
    String message = refusal(model.with("namespan.char.alphabet", longer).bytes());
    assertTrue(message.contains("fewer rows"), message);
  }

  @Test
  void refusesCharactersThatTheMetadataDoesNotKnow() {
    ModelBytes model = ModelBytes.of(ModelBytes.fixtureWithCharacters());
    ModelBytes without =
        model
            .without("namespan.char.alphabet")
            .without("namespan.char.length")
            .with("namespan.format", "1");
    assertTrue(refusal(without.bytes()).contains("the graph's inputs are"));
  }

  @Test
  void refusesALaterVersion() {
    String message =
        assertThrows(
                ModelFormatException.class,
                () -> open(fixture().with("namespan.format", "7").bytes()).close())
            .getMessage();
    assertTrue(message.contains("update"), message);
  }

  @Test
  void refusingManyTimesHoldsNothing() throws IOException {
    byte[] bad = fixture().with("namespan.format", "x").bytes();
    long before = residentKilobytes();
    for (int i = 0; i < 300; i++) {
      refusal(bad);
    }
    // 300 sessions that stayed open would hold hundreds of MB.
    assertTrue(residentKilobytes() - before < 100_000);
  }

  /** Memory of this process; 0 where Linux's /proc is not to be had. */
  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
