package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;
import org.namespan.Recognizer;
import org.namespan.model.text.ControlCharacters;

/**
 * Asks the finders of recognizers, which are the application's own code, and refuses what cannot
 * become an entity. Messages name the finder and hold nothing of the text.
 */
final class Finders {

  private Finders() {}

  /**
   * What the finder of a recognizer finds in a text, as spans of {@code char}s.
   *
   * @param recognizer with a {@link Recognizer.TextFinder}
   * @throws IllegalArgumentException if it gives null, or a type that cannot be one
   * @throws IndexOutOfBoundsException if a span ends behind the text
   */
  static List<Span> findInText(Recognizer recognizer, String text) {
    Span @Nullable [] found = ((Recognizer.TextFinder) recognizer.finder()).findInText(text);
    return checked(recognizer, found, text.length(), "text", "chars");
  }

  /**
   * What the finder of a recognizer finds in a sentence, as spans of tokens.
   *
   * @throws IllegalArgumentException if it gives null, or a type that cannot be one
   * @throws IndexOutOfBoundsException if a span ends behind the sentence
   */
  static List<Span> find(Recognizer recognizer, String[] tokens) {
    Span @Nullable [] found = recognizer.finder().find(tokens);
    return checked(recognizer, found, tokens.length, "sentence", "tokens");
  }

  /**
   * Leaves out empty spans: a pattern that matches nothing but a space gives none of the tokens.
   */
  private static List<Span> checked(
      Recognizer recognizer, Span @Nullable [] found, int length, String shown, String unit) {
    if (found == null) {
      throw refused(recognizer, "gave null, expected the spans that it found");
    }
    List<Span> spans = new ArrayList<>(found.length);
    for (@Nullable Span span : found) {
      if (span == null) {
        throw refused(recognizer, "gave null among its spans");
      }
      if (span.getEnd() > length) {
        throw new IndexOutOfBoundsException(
            "recognizer '"
                + recognizer.name()
                + "' found the span "
                + span.getStart()
                + ".."
                + span.getEnd()
                + " in a "
                + shown
                + " of "
                + length
                + " "
                + unit);
      }
      @Nullable String type = span.getType();
      if (type != null && !isType(type)) {
        throw refused(
            recognizer,
            "found a span of a type that is empty or holds a control character;"
                + " expected a word, or null for the recognizer's name");
      }
      if (span.length() > 0) {
        spans.add(span);
      }
    }
    return spans;
  }

  private static boolean isType(String type) {
    return !type.trim().isEmpty() && !ControlCharacters.areIn(type);
  }

  private static IllegalArgumentException refused(Recognizer recognizer, String fault) {
    return new IllegalArgumentException(
        "recognizer '"
            + recognizer.name()
            + "' ("
            + recognizer.finder().getClass().getName()
            + ") "
            + fault);
  }
}
