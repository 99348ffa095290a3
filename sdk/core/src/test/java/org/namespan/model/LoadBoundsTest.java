package org.namespan.model;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.ModelFormatException;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.TextSplitter;

/**
 * What a file says costs no more than the page's part "Bounds" has it, whoever made the file. A
 * digest protects from nothing here: it is right in a file that was made so.
 */
@Timeout(value = 120, unit = SECONDS)
class LoadBoundsTest {

  /** Bytes of the Java heap for one byte of the file, and in any case. */
  private static final long MOST_TIMES = 64;

  private static final long ANYWAY = 256 << 20;

  private static final ModelBytes MODEL = ModelBytes.of(ModelBytes.fixtureWithCharacters());

  /** Reads metadata with one value replaced, and what they describe; gives the refusal. */
  private static String refusal(String key, String value) {
    return refusal(MODEL.with("namespan." + key, value));
  }

  private static String refusal(ModelBytes model) {
    Map<String, byte[]> entries = new HashMap<>();
    model
        .entries()
        .forEach((key, value) -> entries.put(key, value.getBytes(StandardCharsets.UTF_8)));
    long size = 0;
    for (byte[] value : entries.values()) {
      size += value.length;
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    String message = "";
    try {
      ModelMetadata metadata = MetadataCodec.fromBytes(entries, "file");
      TextSplitter.of(metadata.textModels(), metadata.tokenFeatures()::holdsWord);
      metadata.spanDecoder();
    } catch (ModelFormatException | IllegalArgumentException e) {
      message = e.getMessage();
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated <= MOST_TIMES * size + ANYWAY, allocated + " bytes for " + size);
    return message;
  }

  @ParameterizedTest
  @CsvSource({
    "char.length, 500000000, expected at most 256",
    "char.length, 257, expected at most 256",
    "char.length, 2147483647, expected at most 256",
    "char.length, -2147483648, expected at least 1",
    "hash.rows, 2147483647, '1 numbers, expected 3'",
  })
  void numbersAreBounded(String key, String value, String expected) {
    assertTrue(refusal(key, value).contains(expected), refusal(key, value));
  }

  @ParameterizedTest
  @CsvSource({
    "labels, 'found 1000001 labels, expected at most 1024'",
    "hash.rows, 'found 1000001 numbers, expected at most 64'",
    "hash.features, 'found 1000001 names, expected at most 64'",
    "transitions.start, found 1000001 numbers",
    "transitions.end, found nothing",
    "vocabulary, holds only 1 different",
    "tokenizer.model, base64",
    "char.alphabet, twice",
    "fact.x, ''",
  })
  void aMillionLinesAreRefusedOrText(String key, String expected) {
    String found = refusal(key, "1\n".repeat(1_000_000) + "1");
    assertTrue(found.contains(expected), found);
  }

  /** In a scheme in which any of them follows any other, so that tables over pairs are full. */
  @Test
  void theMostLabelsAreRead() {
    StringBuilder labels = new StringBuilder("O");
    for (int type = 1; type < 1024; type++) {
      labels.append("\nI-").append(type);
    }
    ModelBytes model = MODEL.with("namespan.labels", labels.toString());
    assertEquals("", refusal(model.with("namespan.scheme", "IO")));
  }

  /** {@code Aa} and {@code BB} have one hash, and so have all words of so many of the two. */
  @Test
  void wordsOfOneHashAreRefused() {
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < 1 << 17; word++) {
      words.append(word == 0 ? "" : "\n");
      for (int bit = 0; bit < 17; bit++) {
        words.append((word >> bit & 1) == 0 ? "Aa" : "BB");
      }
    }
    String found = refusal("vocabulary", words.toString());
    assertTrue(found.contains("hashes that are close"), found);
  }

  /** In every way in which capitals may be put; each has the hash of the others. */
  @Test
  void someWordsThatDifferInCaseAreRead() {
    StringBuilder words = new StringBuilder("hahaha");
    for (int word = 1; word < 1 << 6; word++) {
      words.append('\n');
      for (int i = 0; i < 6; i++) {
        char c = "hahaha".charAt(i);
        words.append((word >> i & 1) == 0 ? c : Character.toUpperCase(c));
      }
    }
    ModelBytes model = MODEL.with("namespan.vocabulary", words.toString());
    assertEquals("", refusal(model.with("namespan.word.case", "any")));
  }

  /** Zeros that take a thousandth of their size in a zip file. */
  @ParameterizedTest
  @ValueSource(strings = {"token.model", "manifest.properties", "other.xml"})
  void aZipBombIsRefused(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < 200; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    String found = refusal("tokenizer.model", base64(bytes.toByteArray()));
    assertTrue(found.startsWith("not an OpenNLP tokenizer model"), found);
    assertTrue(found.contains("unpacks to more than 20 times"), found);
  }

  /** OpenNLP makes room for as many strings as a model says it has. */
  @ParameterizedTest
  @ValueSource(strings = {"GIS", "Perceptron", "QN", "NaiveBayes"})
  void declaredLengthsAreNotBelieved(String type) throws IOException {
    for (int list = 0; list < 3; list++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("manifest.properties"));
        zip.write(
            "Manifest-Version=1.0\nLanguage=en\nOpenNLP-Version=2.5.0\nComponent-Name=TokenizerME\n"
                .getBytes(StandardCharsets.US_ASCII));
        zip.putNextEntry(new ZipEntry("token.model"));
        DataOutputStream model = new DataOutputStream(zip);
        model.writeUTF(type);
        if (type.equals("GIS")) {
          model.writeInt(1);
          model.writeDouble(0);
        }
        for (int i = 0; i < list; i++) {
          model.writeInt(0);
        }
        model.writeInt(400_000_000);
        model.flush();
      }
      String found = refusal("tokenizer.model", base64(bytes.toByteArray()));
      assertTrue(found.startsWith("not an OpenNLP tokenizer model"), found);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String refusalOfFile(byte[] model) {
    return assertThrows(
            ModelFormatException.class,
            () -> TaggerSession.open(ByteBuffer.wrap(model), "memory").close())
        .getMessage();
  }

  /** A tag and a length of 0: two bytes of the file each. */
  @Test
  void millionsOfEmptyEntriesAreRefused() {
    byte[] model = ModelBytes.fixture(4);
    ByteBuffer longer = ByteBuffer.allocate(model.length + 10_000_000).put(model);
    while (longer.hasRemaining()) {
      longer.put((byte) (14 << 3 | 2)).put((byte) 0);
    }
    for (byte[] file : List.of(longer.array(), ModelDigest.append(longer.array()))) {
      String found = refusalOfFile(file);
      assertTrue(found.contains("more than "), found);
    }
  }

  @Test
  void aMillionFactsAreRefused() {
    byte[] model = ModelBytes.fixture(4);
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.writeBytes(model);
    for (int fact = 0; fact < 1_000_000; fact++) {
      byte[] key = ("namespan.fact." + fact).getBytes(StandardCharsets.US_ASCII);
      longer.write(14 << 3 | 2);
      longer.write(2 + key.length);
      longer.write(1 << 3 | 2);
      longer.write(key.length);
      longer.writeBytes(key);
    }
    String found = refusalOfFile(ModelDigest.append(longer.toByteArray()));
    assertTrue(found.contains("more than "), found);
  }
}
