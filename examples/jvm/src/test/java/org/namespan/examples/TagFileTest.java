package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagFileTest {

  @Test
  void tagsMoreLinesThanFitAtOnce(@TempDir Path folder) throws IOException {
    List<String> lines = new ArrayList<>(Collections.nCopies(600, "Nothing is said here ."));
    lines.set(0, "Barack Obama flew to Thailand in December .");
    lines.set(255, "");
    lines.set(256, "The war in Iraq .");
    lines.set(599, "The war in Iraq .");
    Path file = Files.write(folder.resolve("texts.txt"), lines);
    assertEquals(
        List.of(
            "1\tper\tBarack Obama",
            "1\tgeo\tThailand",
            "1\ttim\tDecember",
            "257\tgeo\tIraq",
            "600\tgeo\tIraq"),
        Printed.by(TagFile::main, file.toString()));
  }

  @Test
  void asksForAFile() {
    assertThrows(IllegalArgumentException.class, () -> TagFile.main(new String[0]));
  }
}
