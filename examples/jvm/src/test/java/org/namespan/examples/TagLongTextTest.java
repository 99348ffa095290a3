package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagLongTextTest {

  @Test
  void offsetsAreThoseOfTheDocument(@TempDir Path folder) throws IOException {
    String first = "Barack Obama flew to Thailand in December.";
    String filling = " Nothing is said here.".repeat(4000);
    Path file = folder.resolve("document.txt");
    Files.writeString(file, first + filling + " The war in Iraq.");
    int iraq = first.length() + filling.length() + " The war in ".length();
    assertEquals(
        List.of(
            "0\t12\tper\tBarack Obama",
            "21\t29\tgeo\tThailand",
            "33\t41\ttim\tDecember",
            iraq + "\t" + (iraq + 4) + "\tgeo\tIraq"),
        Printed.by(TagLongText::main, file.toString()));
  }

  @Test
  void asksForAFile() {
    assertThrows(IllegalArgumentException.class, () -> TagLongText.main(new String[0]));
  }
}
