package org.namespan.examples.spark.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file again and again, one for each number from 0 on.
 *
 * @param lines none of them blank
 */
record RepeatedTexts(List<String> lines) implements Serializable {

  /** Reads the lines that are not blank. */
  static RepeatedTexts read(Path file) throws IOException {
    return new RepeatedTexts(
        Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList());
  }

  /** Copies the list. */
  RepeatedTexts {
    lines = List.copyOf(lines);
  }

  /** Where the text of a number stands among the lines. */
  int index(long number) {
    return (int) (number % lines.size());
  }

  /** The texts of some numbers. */
  List<String> range(long from, long to) {
    List<String> texts = new ArrayList<>();
    for (long number = from; number < to; number++) {
      texts.add(lines.get(index(number)));
    }
    return texts;
  }
}
