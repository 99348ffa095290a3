package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.perceptron.PerceptronModel;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.StringList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenNlpModelFileTest {

  private static final String MODEL = "token.model";
  private static final byte[] FILE = SmallModels.tokenizer();
  private static final byte[] SENTENCES = SmallModels.sentences();

  /** Where the number of outcomes stands in a model: after "GIS", an int and a double. */
  private static final int OUTCOMES = 2 + 3 + 4 + 8;

  /** Its maxent model, without which the file would be read by OpenNLP. */
  private static BinaryMaxentModel model(byte[] file) throws IOException {
    return ((MaxentTokenizer) OpenNlpModelFile.readTokenizer(file)).model();
  }

  private static byte[] written(MaxentModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TokenizerModel(model, null, new TokenizerFactory("en", null, true, null)).serialize(out);
    return out.toByteArray();
  }

  /** A file with one of its entries changed. */
  private static byte[] changed(byte[] file, String name, UnaryOperator<byte[]> change)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(entry.getName().equals(name) ? change.apply(content) : content);
      }
    }
    return out.toByteArray();
  }

  @Provide
  Arbitrary<List<String>> predicates() {
    return Arbitraries.of("p=a", "s=b", "", "é", "語", "😀", "\0", "\uD83D", "x".repeat(300))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("", parts))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Against what OpenNLP's model makes of each predicate by itself. */
  @Property(seed = "55", tries = 300)
  void readsWhatOpenNlpWrites(
      @ForAll("predicates") List<String> predicates, @ForAll int seed, @ForAll boolean splitFirst)
      throws IOException {
    int[][] patterns = {{0}, {1}, {0, 1}};
    Context[] contexts = new Context[predicates.size()];
    for (int i = 0; i < contexts.length; i++) {
      int[] outcomes = patterns[Math.floorMod(seed + i * i, patterns.length)];
      double[] parameters = new double[outcomes.length];
      for (int k = 0; k < parameters.length; k++) {
        parameters[k] = Math.sin(seed + 2.0 * i + k);
      }
      contexts[i] = new Context(outcomes, parameters);
    }
    String[] outcomes = {splitFirst ? "T" : "F", splitFirst ? "F" : "T"};
    MaxentModel expected = new GISModel(contexts, predicates.toArray(new String[0]), outcomes);
    BinaryMaxentModel found = model(written(expected));
    for (String predicate : predicates) {
      double[] shares = expected.eval(new String[] {predicate});
      double logOdds = Math.log(shares[expected.getIndex("T")] / shares[expected.getIndex("F")]);
      assertEquals(logOdds, found.weight(predicate), 1e-12, predicate);
    }
    // Of equal shares the first is OpenNLP's best.
    String best = expected.getBestOutcome(expected.eval(new String[] {"none of these"}));
    assertEquals(best.equals("T"), found.isPositive(0));
  }

  private static MaxentSentenceDetector sentenceDetector(byte[] file) throws IOException {
    return (MaxentSentenceDetector) OpenNlpModelFile.readSentenceDetector(file);
  }

  @Test
  void readsEndOfSentenceCharacters() throws IOException {
    assertEquals(".!?", sentenceDetector(SENTENCES).eosCharacters());
    byte[] spanish =
        changedManifest(SENTENCES, "eosCharacters=.\\!?", "eosCharacters=.\\!?\\u2026");
    assertEquals(".!?…", sentenceDetector(spanish).eosCharacters());
  }

  @ParameterizedTest
  @CsvSource({"useTokenEnd=true, useTokenEnd=false", "eosCharacters=.\\!?, eosCharacters="})
  void leavesOtherSentenceDetectorsToOpenNlp(String found, String other) throws IOException {
    byte[] file = changedManifest(SENTENCES, found, other);
    assertInstanceOf(OpenNlpSentenceDetector.class, OpenNlpModelFile.readSentenceDetector(file));
  }

  @Test
  void leavesOtherModelsToOpenNlp() throws IOException {
    Dictionary abbreviations = new Dictionary(true);
    abbreviations.put(new StringList("U.S."));
    Context[] contexts = {new Context(new int[] {0, 1}, new double[] {1, 2})};
    MaxentModel perceptron =
        new PerceptronModel(contexts, new String[] {"p"}, new String[] {"T", "F"});
    for (byte[] file :
        List.of(
            SmallModels.tokenizer(abbreviations),
            written(perceptron),
            changed(FILE, MODEL, model -> Arrays.copyOf(model, model.length + 1)))) {
      assertInstanceOf(OpenNlpTokenizer.class, OpenNlpModelFile.readTokenizer(file));
    }
  }

  @Test
  void leavesToOpenNlpToRefuseWhatIsNoTokenizer() throws IOException {
    byte[] otherOutcome =
        changed(
            FILE,
            MODEL,
            model -> {
              // The first outcome stands after its length and the number of outcomes.
              model[OUTCOMES + 4 + 2] = 'X';
              return model;
            });
    for (byte[] file : List.of(SENTENCES, otherOutcome, new byte[0])) {
      assertRefusedByOpenNlp(file);
    }
  }

  @ParameterizedTest
  @CsvSource({"Version=2, Version=3", "TokenizerFactory, OtherFactory", "TokenizerME, Other"})
  void leavesToOpenNlpToRefuseOtherManifests(String found, String other) throws IOException {
    assertRefusedByOpenNlp(changedManifest(FILE, found, other));
  }

  private static void assertRefusedByOpenNlp(byte[] file) {
    Exception e = assertThrows(Exception.class, () -> OpenNlpModelFile.readTokenizer(file));
    assertTrue(
        Arrays.stream(e.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(TokenizerModel.class.getName())),
        e.toString());
  }

  private static byte[] changedManifest(byte[] file, String found, String other)
      throws IOException {
    return changed(
        file,
        "manifest.properties",
        manifest -> {
          String before = new String(manifest, StandardCharsets.ISO_8859_1);
          String after = before.replace(found, other);
          assertNotEquals(before, after);
          return after.getBytes(StandardCharsets.ISO_8859_1);
        });
  }

  @Test
  void refusesWhatIsDamaged() throws IOException {
    byte[] cut = changed(FILE, MODEL, model -> Arrays.copyOf(model, model.length - 1));
    byte[] lying =
        changed(
            FILE,
            MODEL,
            model -> {
              model[OUTCOMES] = 0x7f;
              return model;
            });
    byte[] flipped = FILE.clone();
    flipped[flipped.length / 2] ^= 1;
    for (byte[] bad : List.of(cut, lying, flipped)) {
      TextModels models = TextModels.openNlp(bad, bad);
      assertThrows(IllegalArgumentException.class, models::tokenizer);
      assertThrows(IllegalArgumentException.class, models::sentenceDetector);
    }
  }

  /**
   * Foreign bytes for a model, whatever they say of their own size, are refused, left to OpenNLP,
   * or read as OpenNLP reads them.
   */
  @FuzzTest(maxDuration = "1m")
  void readsAsOpenNlpOrRefuses(byte[] bytes) throws IOException {
    byte[] file = changed(FILE, MODEL, model -> bytes);
    Tokenizer found;
    try {
      found = TextModels.openNlp(file, file).tokenizer();
    } catch (IllegalArgumentException e) {
      assertEquals("not an OpenNLP tokenizer model (" + file.length + " bytes)", e.getMessage());
      return;
    }
    if (found instanceof MaxentTokenizer maxent) {
      MaxentModel expected = new TokenizerModel(new ByteArrayInputStream(file)).getMaxentModel();
      for (String predicate : List.of("p=a", "s=b", "none of these")) {
        double[] shares = expected.eval(new String[] {predicate});
        double logOdds = Math.log(shares[expected.getIndex("T")] / shares[expected.getIndex("F")]);
        // Beyond it a share is rounded to 0 or 1.
        if (Math.abs(logOdds) < 30) {
          assertEquals(logOdds, maxent.model().weight(predicate), 1e-3, predicate);
        }
      }
    }
  }

  /** Foreign bytes for a whole file give something that splits, or one exception. */
  @FuzzTest(maxDuration = "1m")
  void splitsOrRefuses(byte[] bytes) {
    TextModels models = TextModels.openNlp(bytes, bytes);
    try {
      models.tokenizer();
      assertFalse(TextSplitter.of(models).split("It is late. He left.").isEmpty());
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("not an OpenNLP "), e.getMessage());
    }
    try {
      models.sentenceDetector();
    } catch (IllegalArgumentException e) {
      String refusal = "not an OpenNLP sentence model (" + bytes.length + " bytes)";
      assertTrue(e.getMessage().startsWith(refusal), e.getMessage());
    }
  }

  /** The seeds of {@link #readsAsOpenNlpOrRefuses} hold a model that is read. */
  @Test
  void readsTheModelAmongTheSeeds() throws IOException {
    try (InputStream seed =
        OpenNlpModelFileTest.class.getResourceAsStream(
            "OpenNlpModelFileTestInputs/readsAsOpenNlpOrRefuses/model")) {
      byte[] bytes = seed.readAllBytes();
      assertEquals(0.75, model(changed(FILE, MODEL, model -> bytes)).weight("p=a"), 1e-12);
    }
  }
}
