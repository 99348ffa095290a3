package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelMetadata;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.text.TextOptions;

class CheckpointTest {

  @TempDir Path folder;

  private static Checkpoint checkpoint() {
    NetworkConfig network = SmallNetworks.config(Cell.GRU, false, 1, 0);
    TrainingConfig config = TrainingConfig.standard().optCell(Cell.GRU).optSeed(-5).build();
    ModelMetadata metadata =
        new ModelMetadata(
            TagSet.over(TagScheme.BIO, Set.of("geo", "per")),
            config.features().recipe(),
            List.of("the", "Zürich", "\"", "<b>"),
            TextModels.openNlp(new byte[] {1, 2}, new byte[] {3}),
            Map.of("training.licence", "CC0"));
    return new Checkpoint(
        new TrainingRun(
            config, TextOptions.learned("en"), Map.of("training.licence", "CC0"), "abc"),
        network,
        metadata,
        7,
        new EpochReport(3, 0.1, new DevScores(0.9, 0.7, 1 / 3.0, 0.45, 0.225), true, 1.5, 1e5),
        1L << 40,
        SmallNetworks.weights(network, 1),
        SmallNetworks.weights(network, 2),
        Map.of("m/dense.b", new float[] {1, 2}, "v/dense.b", new float[] {3, 4}));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Checkpoint written = checkpoint();
    Path file = folder.resolve("new/folder/" + Checkpoint.FILE_NAME);
    written.write(file);
    Checkpoint read = Checkpoint.read(file);
    assertEquals(written.run(), read.run());
    assertEquals(written.network(), read.network());
    assertEquals(
        MetadataCodec.toEntries(written.metadata()), MetadataCodec.toEntries(read.metadata()));
    assertEquals(written.epoch(), read.epoch());
    assertEquals(written.best(), read.best());
    assertEquals(written.optimizerSteps(), read.optimizerSteps());
    assertSame(written.weights(), read.weights());
    assertSame(written.bestWeights(), read.bestWeights());
    assertSame(written.optimizerState(), read.optimizerState());

    byte[] first = Files.readAllBytes(file);
    read.write(file);
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  static void assertSame(Map<String, float[]> expected, Map<String, float[]> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, values) -> assertArrayEquals(values, found.get(name), name));
  }

  @Test
  void taggerIsThatOfTheBestEpoch() {
    Checkpoint checkpoint = checkpoint();
    TrainedTagger tagger = checkpoint.bestTagger();
    assertSame(checkpoint.bestWeights(), tagger.weights());
    Map<String, String> expected = new TreeMap<>();
    expected.put("training.licence", "CC0");
    expected.put("training.epoch", "3");
    expected.put("dev.token_accuracy", "0.9000");
    expected.put("dev.precision", "0.7000");
    expected.put("dev.recall", "0.3333");
    expected.put("dev.f1", "0.4500");
    assertEquals(expected, tagger.metadata().facts());
  }

  @Test
  void refusesWhatIsNoCheckpoint() throws IOException {
    Path file = folder.resolve("a");
    assertThrows(NoSuchFileException.class, () -> Checkpoint.read(file));
    assertThrows(NoSuchFileException.class, () -> Checkpoint.read(folder));
    new Safetensors(new TreeMap<>(), new TreeMap<>()).write(file);
    assertRefused(file, "not a checkpoint of 'namespan train'");
    new Safetensors(new TreeMap<>(), new TreeMap<>(Map.of("checkpoint", "1"))).write(file);
    assertRefused(file, "checkpoint version 1, expected 3");
    new Safetensors(new TreeMap<>(), new TreeMap<>(Map.of("checkpoint", "3"))).write(file);
    assertRefused(file, "damaged: found SHA-256 ");
  }

  private static void assertRefused(Path file, String start) {
    IOException refusal = assertThrows(IOException.class, () -> Checkpoint.read(file));
    assertTrue(refusal.getMessage().startsWith(file + ": " + start), refusal.getMessage());
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    Path file = folder.resolve("a");
    checkpoint().write(file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(20);
    for (int i = 0; i < 150; i++) {
      int length = i < 20 ? i : random.nextInt(whole.length);
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(IOException.class, () -> Checkpoint.read(file), "cut to " + length);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 4));
    assertThrows(IOException.class, () -> Checkpoint.read(file));
  }

  /** A flipped bit is refused, or was in a place that says nothing. */
  @Test
  void noFlippedBitPasses() throws IOException {
    Path file = folder.resolve("a");
    Checkpoint checkpoint = checkpoint();
    checkpoint.write(file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(20);
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      int at = i < 80 ? i : random.nextInt(i < 400 ? 4000 : whole.length);
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      assertNotEquals(-1, Arrays.mismatch(whole, flipped));
      Files.write(file, flipped);
      try {
        Checkpoint read = Checkpoint.read(file);
        assertEquals(checkpoint.run(), read.run(), "byte " + at);
        assertSame(checkpoint.weights(), read.weights());
      } catch (IOException e) {
        assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 590, refused + " of 600");
  }
}
