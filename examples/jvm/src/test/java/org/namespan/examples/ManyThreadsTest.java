package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyThreadsTest {

  @Test
  void manyThreadsFindWhatOneFinds(@TempDir Path folder) throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add(
          "Barack Obama flew to Thailand in December ." + " Nothing is said here .".repeat(i % 5));
    }
    Path file = Files.write(folder.resolve("texts.txt"), texts);
    List<String> printed = Printed.by(ManyThreads::main, file.toString(), "16", "0");
    assertEquals(1, printed.size());
    assertTrue(printed.get(0).startsWith("16 threads, 40 texts each: 0 differ; "), printed.get(0));
  }

  @Test
  void asksForThreeArguments() {
    assertThrows(IllegalArgumentException.class, () -> ManyThreads.main(new String[] {"a"}));
  }
}
