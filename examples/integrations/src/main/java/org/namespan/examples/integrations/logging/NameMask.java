package org.namespan.examples.integrations.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;

/**
 * Puts placeholders, {@code [PERSON_1]}, in place of names in what is logged. Layouts have no end
 * in every framework, so the English model is loaded once, with the first mask, and stays until the
 * JVM ends. Safe for use by many threads.
 */
final class NameMask {

  private static @Nullable EntityTagger english;

  private final Redactor redactor;

  /**
   * Masks names of some types.
   *
   * @param types of the model, with commas between them: {@code per,org}
   * @throws IllegalArgumentException if the model has not one of these types
   * @throws UncheckedIOException if it cannot be loaded
   */
  NameMask(String types) {
    EntityTagger tagger = english();
    Set<String> wanted =
        Arrays.stream(types.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    if (!tagger.info().types().containsAll(wanted)) {
      throw new IllegalArgumentException(
          "found the types " + wanted + ", expected some of " + tagger.info().types());
    }
    redactor =
        new Redactor(
            tagger, new RedactorOptions(wanted, Map.of(), RedactorOptions.defaults().operator()));
  }

  /** The text without its names. */
  String mask(String text) {
    // A thread that was told to end may still log why, and the tagger would end its own call.
    boolean interrupted = Thread.interrupted();
    try {
      return redactor.redact(text).text();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The same with its values masked. */
  Map<String, String> mask(Map<String, String> context) {
    Map<String, String> masked = new LinkedHashMap<>();
    context.forEach((key, value) -> masked.put(key, value == null ? null : mask(value)));
    return masked;
  }

  private static synchronized EntityTagger english() {
    if (english == null) {
      try {
        english = EntityTagger.english();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return english;
  }
}
