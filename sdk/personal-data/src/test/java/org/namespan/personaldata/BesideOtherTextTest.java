package org.namespan.personaldata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in values, lists and sentences without a blank beside it, and what is not. */
class BesideOtherTextTest {

  private static final String BETWEEN = " => ";

  private static Stream<String> rows() throws IOException {
    try (InputStream rows =
        BesideOtherTextTest.class.getResourceAsStream("beside-other-text.txt")) {
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(row -> !row.isEmpty() && !row.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsTheWholeAndNothingElse(String row) {
    int between = row.lastIndexOf(BETWEEN);
    String text = row.substring(0, between).replace("\\n", "\n");
    String expected = row.substring(between + BETWEEN.length());
    List<String> found = Found.in(text);
    assertEquals(expected, found.isEmpty() ? "-" : String.join(";", found), text);
  }

  /** Each number of a list is found, whatever separates it from its neighbours. */
  @Test
  void findsEachNumberOfAList() {
    String[] numbers = {
      "415-555-2671",
      "(415) 555-2671",
      "020 7946 0958",
      "07911 123456",
      "+442079460958",
      "+1 415 555 2671",
      "219-09-9999",
      "4111111111111111",
      "4111 1111 1111 1111",
      "12345678Z",
      "756.9217.0769.85",
      "DE89370400440532013000",
      "ann@example.org",
      "192.0.2.1"
    };
    for (String first : numbers) {
      for (String second : numbers) {
        for (String between :
            List.of(",", ", ", ";", "|", "\n", "\",\"", " and ", " Ann ", ":x,")) {
          String text = "7," + first + between + second + ",94103";
          List<String> found = Found.in(text);
          assertEquals(2, found.size(), text + found);
          assertTrue(found.get(0).endsWith(" " + first), text + found);
          assertTrue(found.get(1).endsWith(" " + second), text + found);
        }
      }
    }
  }
}
