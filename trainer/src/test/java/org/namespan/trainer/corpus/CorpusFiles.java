package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;
import org.namespan.model.tag.TagScheme;

/** Small files and what the tests ask of them. */
final class CorpusFiles {
  private CorpusFiles() {}

  static Corpus read(Path file) throws IOException {
    return CorpusFormats.read(file);
  }

  static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  static Path write(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** {@code "a/O b/B-per|c/O"}: words and tags, sentences apart by a bar. */
  static String show(Corpus corpus) {
    return corpus.sentences().stream().map(CorpusFiles::show).collect(Collectors.joining("|"));
  }

  static List<Integer> lines(Corpus corpus) {
    return corpus.sentences().stream().map(Sentence::line).toList();
  }

  private static String show(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      text.append(i == 0 ? "" : " ").append(sentence.tokens().get(i)).append('/');
      text.append(sentence.tags(TagScheme.BIO).get(i));
    }
    return text.toString();
  }

  /** Expects a one-line message that starts with the place and holds no "secret" of the file. */
  static void assertRefused(String place, String part, Executable action) {
    String message = assertThrows(CorpusException.class, action).getMessage();
    assertTrue(message.startsWith(place + ": "), message);
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count(), message);
    assertEquals(3, message.substring(place.length()).split("; ").length, message);
    assertFalse(message.contains("ecret"), message);
  }
}
