package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.namespan.trainer.corpus.CorpusException;

/** Files of annotated texts and what the tests ask of them. */
final class TextFiles {
  private TextFiles() {}

  /** A file or folder beside this class. */
  static Path golden(String name) {
    try {
      return Path.of(TextFiles.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static TextFormat format(String name) {
    return TextFormats.named(name).orElseThrow();
  }

  static TextCorpus read(String format, Path file) throws IOException {
    return format(format).read(file, Optional.empty());
  }

  static AnnotatedText text(String text, TextSpan... spans) {
    return new AnnotatedText(text, List.of(spans), Path.of("any.jsonl"), 1);
  }

  static TextSpan span(String type, int start, int end) {
    return TextSpan.of(type, start, end, 1);
  }

  /** {@code text|PER Ann|LOC New..York}: the words that each span covers. */
  static String show(AnnotatedText text) {
    return text.text()
        + text.spans().stream().map(span -> "|" + show(span, text)).collect(Collectors.joining());
  }

  private static String show(TextSpan span, AnnotatedText text) {
    return span.type()
        + " "
        + span.fragments().stream()
            .map(each -> text.text().substring(each.start(), each.end()))
            .collect(Collectors.joining(".."));
  }

  /** The texts with the lines and files taken away, which formats do not keep. */
  static List<AnnotatedText> bare(List<AnnotatedText> texts) {
    return texts.stream()
        .map(
            text ->
                text(
                    text.text(),
                    text.spans().stream()
                        .map(span -> new TextSpan(span.type(), span.fragments(), 1))
                        .toArray(TextSpan[]::new)))
        .toList();
  }

  /** Names and contents of the files of a folder. */
  static String contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder contents = new StringBuilder();
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        contents.append("== ").append(file.getFileName()).append('\n');
        contents.append(Files.readString(file));
      }
      return contents.toString();
    }
  }

  /** Expects a one-line message that starts with the place and holds no "secret" of the file. */
  static CorpusException assertRefused(String place, String part, Executable action) {
    CorpusException failure = assertThrows(CorpusException.class, action);
    assertMessage(place, part, failure);
    return failure;
  }

  static void assertMessage(String place, String part, CorpusException failure) {
    String message = failure.getMessage();
    assertTrue(message.startsWith(place + ": "), message);
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count(), message);
    assertEquals(3, message.substring(place.length()).split("; ").length, message);
    assertFalse(message.contains("ecret"), message);
  }
}
