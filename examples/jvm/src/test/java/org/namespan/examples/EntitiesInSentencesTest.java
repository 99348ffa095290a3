package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntitiesInSentencesTest {

  @Test
  void offsetsAreThoseOfTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("text.txt");
    Files.writeString(file, "It was 3 °C 😀. Barack Obama flew to Thailand.");
    assertEquals(
        List.of(
            "19\t31\tnames of people and fictional persons, without titles\tBarack|Obama\t"
                + "Barack Obama flew to Thailand.",
            "40\t48\tplaces: cities, countries, regions, waters, mountains, streets; buildings and"
                + " other facilities\tThailand\tBarack Obama flew to Thailand."),
        Printed.by(EntitiesInSentences::main, file.toString()));
  }

  @Test
  void asksForAFile() {
    assertThrows(IllegalArgumentException.class, () -> EntitiesInSentences.main(new String[0]));
  }
}
