package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whatever stands in a checkpoint, it is read or refused in one line that names the file. */
class CheckpointFuzzTest {

  /** The bytes are the file. */
  @FuzzTest(maxDuration = "1m")
  void file(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".safetensors");
    try {
      Files.write(file, bytes);
      Safetensors content = Safetensors.read(file);
      content.write(file);
      assertEquals(content.sha256(), Safetensors.read(file).sha256());
      Checkpoint.read(file);
    } catch (IOException e) {
      requireOneLine(file, e);
    } finally {
      Files.delete(file);
    }
  }

  /** The bytes are its texts, with a right digest: names and values, each ended by NUL. */
  @FuzzTest(maxDuration = "1m")
  void texts(byte[] bytes) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\0");
    for (int i = 0; i + 1 < parts.length; i += 2) {
      texts.put(parts[i], parts[i + 1]);
    }
    Path file = Files.createTempFile("namespan-fuzz", ".safetensors");
    try {
      TrainingState state = new TrainingState(0, Map.of(), Map.of());
      new CheckpointFile(state, Map.of(), texts).write(file);
      Checkpoint checkpoint = Checkpoint.read(file);
      assertNotNull(checkpoint.run());
      assertNotNull(checkpoint.network());
    } catch (IOException e) {
      requireOneLine(file, e);
    } finally {
      Files.delete(file);
    }
  }

  private static void requireOneLine(Path file, IOException e) {
    assertEquals(true, e.getMessage().startsWith(file.toString()), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
  }
}
