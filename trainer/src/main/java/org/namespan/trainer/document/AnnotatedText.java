package org.namespan.trainer.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A text and the spans that people marked in it: one record of an annotation tool. Immutable.
 *
 * @param text without NUL and half surrogate pairs
 * @param spans in the order of the file, with UTF-16 offsets into {@code text}; they may overlap
 * @param file where it stands; of brat the {@code .ann} file
 * @param line its line there, counted from 1; 0 if it is a file of its own
 * @param score how much is learned if a person corrects the spans, where a model suggests that;
 *     empty for what people annotated. Formats that have a place for it write it
 */
public record AnnotatedText(
    String text, List<TextSpan> spans, Path file, int line, Optional<Double> score) {

  /**
   * Copies the list and checks what the parameters say.
   *
   * @throws IllegalArgumentException if the text holds a NUL or half a surrogate pair, or a span
   *     ends behind the text or within a surrogate pair
   */
  public AnnotatedText {
    spans = List.copyOf(spans);
    Optional<String> fault = faultOf(text);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
    for (TextSpan span : spans) {
      for (TextSpan.Fragment fragment : span.fragments()) {
        if (!isBoundary(text, fragment.start()) || !isBoundary(text, fragment.end())) {
          throw new IllegalArgumentException(
              "["
                  + fragment.start()
                  + ", "
                  + fragment.end()
                  + ") ends behind the text or within a character");
        }
      }
    }
  }

  /** A text that people annotated. */
  public AnnotatedText(String text, List<TextSpan> spans, Path file, int line) {
    this(text, spans, file, line, Optional.empty());
  }

  /** The same with other spans. */
  public AnnotatedText withSpans(List<TextSpan> spans) {
    return new AnnotatedText(text, spans, file, line, score);
  }

  /** What keeps {@code text} from being a text of this kind, if anything does. */
  static Optional<String> faultOf(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.of("found a NUL in a text");
    }
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
        ? Optional.of("found half a surrogate pair in a text")
        : Optional.empty();
  }

  private static boolean isBoundary(String text, int offset) {
    return offset == text.length()
        || (offset < text.length()
            && !(offset > 0
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))));
  }
}
