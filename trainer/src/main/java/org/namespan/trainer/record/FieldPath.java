package org.namespan.trainer.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a JSON object: {@code body}, {@code article.body}, or as a JSON pointer
 * (RFC 6901) {@code /article/body}, for names with periods in them. A step into an array is the
 * index of an element, from 0.
 *
 * @param steps names and indices, from the object inwards
 * @param written as the user wrote it
 */
public record FieldPath(List<String> steps, String written) {

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if a step is empty, or a {@code ~} of a JSON pointer is not
   *     followed by 0 or 1
   */
  public static FieldPath of(String written) {
    List<String> steps = new ArrayList<>();
    if (written.startsWith("/")) {
      for (String step : written.substring(1).split("/", -1)) {
        if (step.matches(".*~(?![01]).*")) {
          throw new IllegalArgumentException(
              "found '" + written + "', expected ~0 for ~ and ~1 for / in a JSON pointer");
        }
        steps.add(step.replace("~1", "/").replace("~0", "~"));
      }
    } else {
      steps.addAll(List.of(written.split("\\.", -1)));
      if (steps.contains("")) {
        throw new IllegalArgumentException(
            "found '" + written + "', expected a name, or several with periods between them");
      }
    }
    return new FieldPath(List.copyOf(steps), written);
  }
}
