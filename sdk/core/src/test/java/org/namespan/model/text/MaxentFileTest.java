package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.StringList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxentFileTest {

  private static final String MODEL = "token.model";
  private static final byte[] FILE = SmallModels.tokenizer();

  private static MaxentFile read(byte[] file) throws IOException {
    return MaxentFile.read(file, "TokenizerME", TokenizerFactory.class, "T", "F");
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
      @ForAll("predicates") List<String> predicates, @ForAll int seed, @ForAll boolean yesFirst)
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
    String[] outcomes = {yesFirst ? "T" : "F", yesFirst ? "F" : "T"};
    MaxentModel expected = new GISModel(contexts, predicates.toArray(new String[0]), outcomes);
    Maxent found = read(written(expected)).model();
    for (String predicate : predicates) {
      double[] shares = expected.eval(new String[] {predicate});
      double margin = Math.log(shares[expected.getIndex("T")] / shares[expected.getIndex("F")]);
      assertEquals(margin, found.margin(predicate), 1e-12, predicate);
    }
    // Of equal shares the first is OpenNLP's best.
    String best = expected.getBestOutcome(expected.eval(new String[] {"none of these"}));
    assertEquals(best.equals("T"), found.isYes(0));
  }

  @Test
  void readsTheManifest() throws IOException {
    MaxentFile sentences =
        MaxentFile.read(
            SmallModels.sentences(), "SentenceDetectorME", SentenceDetectorFactory.class, "s", "n");
    assertEquals(".!?", sentences.property("eosCharacters"));
    assertEquals("true", sentences.property("useTokenEnd"));
    assertEquals("", sentences.property("nothing"));
  }

  @Test
  void leavesOtherFilesToOpenNlp() throws IOException {
    Dictionary abbreviations = new Dictionary(true);
    abbreviations.put(new StringList("U.S."));
    Context[] contexts = {new Context(new int[] {0, 1}, new double[] {1, 2})};
    MaxentModel perceptron =
        new PerceptronModel(contexts, new String[] {"p"}, new String[] {"T", "F"});
    assertNotNull(read(FILE));
    assertNull(read(SmallModels.tokenizer(abbreviations)));
    assertNull(read(SmallModels.sentences()));
    assertNull(read(written(perceptron)));
    assertNull(read(changed(FILE, MODEL, model -> Arrays.copyOf(model, model.length + 1))));
    assertNull(read(new byte[0]));
    assertNull(MaxentFile.read(FILE, "TokenizerME", TokenizerFactory.class, "s", "n"));
  }

  @ParameterizedTest
  @CsvSource({"Version=2, Version=3", "TokenizerFactory, OtherFactory", "TokenizerME, Other"})
  void leavesOtherManifestsToOpenNlp(String found, String other) throws IOException {
    byte[] file =
        changed(
            FILE,
            "manifest.properties",
            manifest -> new String(manifest).replace(found, other).getBytes());
    assertNull(read(file));
  }

  @Test
  void refusesWhatIsDamaged() throws IOException {
    byte[] cut = changed(FILE, MODEL, model -> Arrays.copyOf(model, model.length - 1));
    byte[] lying =
        changed(
            FILE,
            MODEL,
            model -> {
              // The number of outcomes stands after "GIS", an int and a double.
              model[5 + 4 + 8] = 0x7f;
              return model;
            });
    byte[] flipped = FILE.clone();
    flipped[flipped.length / 2] ^= 1;
    for (byte[] bad : List.of(cut, lying, flipped)) {
      assertThrows(IllegalArgumentException.class, () -> TextSplitter.openNlp(bad, bad));
    }
  }

  /**
   * Foreign bytes for a model, whatever they say of their own size, are refused, left to OpenNLP,
   * or read as OpenNLP reads them.
   */
  @FuzzTest(maxDuration = "1m")
  void readsAsOpenNlpOrRefuses(byte[] bytes) throws IOException {
    byte[] file = changed(FILE, MODEL, model -> bytes);
    MaxentFile found;
    try {
      found = read(file);
    } catch (IOException | RuntimeException e) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> TextSplitter.openNlp(file, file));
      assertEquals(
          "not an OpenNLP tokenizer model (" + file.length + " bytes)", refusal.getMessage());
      return;
    }
    if (found != null) {
      MaxentModel expected = new TokenizerModel(new ByteArrayInputStream(file)).getMaxentModel();
      for (String predicate : List.of("p=a", "s=b", "none of these")) {
        double[] shares = expected.eval(new String[] {predicate});
        double margin = Math.log(shares[expected.getIndex("T")] / shares[expected.getIndex("F")]);
        // Beyond it a share is rounded to 0 or 1.
        if (Math.abs(margin) < 30) {
          assertEquals(margin, found.model().margin(predicate), 1e-3, predicate);
        }
      }
    }
  }

  /** The seeds of {@link #readsAsOpenNlpOrRefuses} hold a model that is read. */
  @Test
  void readsTheModelAmongTheSeeds() throws IOException {
    try (InputStream seed =
        MaxentFileTest.class.getResourceAsStream(
            "MaxentFileTestInputs/readsAsOpenNlpOrRefuses/model")) {
      byte[] bytes = seed.readAllBytes();
      assertEquals(0.75, read(changed(FILE, MODEL, model -> bytes)).model().margin("p=a"), 1e-12);
    }
  }
}
