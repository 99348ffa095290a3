package org.namespan.trainer.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whatever the bytes beside an interrupted run are, they are read or refused in one line. */
class ResumeFileFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".resume");
    try {
      Files.write(file, bytes);
      new ResumeFile(file).read(Map.of("command", "tag"));
    } catch (IOException e) {
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
