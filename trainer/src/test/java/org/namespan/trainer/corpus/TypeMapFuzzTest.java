package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.namespan.model.tag.Span;

/** Whatever the bytes of a type map are, it maps a corpus or is refused in one line. */
class TypeMapFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void maps(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".map");
    try {
      Files.write(file, bytes);
      TypeMap map = TypeMap.read(file);
      for (String type : map.spanTypes()) {
        assertFalse(type.isBlank() || type.equals("O"), type);
      }
      Corpus corpus =
          new Corpus(
              "corpus",
              List.of(new Sentence(List.of("Mr.", "Ann", "left"), List.of(new Span("PER", 0, 2)))),
              0);
      for (Sentence sentence : map.apply(corpus).sentences()) {
        for (Span span : sentence.spans()) {
          assertTrue(map.spanTypes().contains(span.type()), span.type());
        }
      }
      map.requireModel(Set.of("PER"));
    } catch (CorpusException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
