package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkCorpusTest {

  @Test
  void rawTextIsWhatAWriterWouldType() {
    BenchmarkCorpus corpus =
        new BenchmarkCorpus(
            List.of(
                List.of("He", "does", "n't", "(", "yet", ")", "."), List.of("Anna", "does", "!")));
    assertEquals(List.of("He doesn't (yet).", "Anna does!"), corpus.texts());
    assertEquals(List.of("He doesn't (yet). Anna does!"), corpus.documents());
    assertEquals(10, corpus.tokens());
  }

  @Test
  void callsHoldEverySentenceOnceInOrder() {
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < 1030; i++) {
      sentences.add(Collections.nCopies(1 + i % 3, "w" + i));
    }
    BenchmarkCorpus corpus = new BenchmarkCorpus(sentences);
    assertEquals(
        List.of(512, 512, 6),
        corpus.calls().stream().map(call -> call.sentences().size()).toList());
    assertEquals(
        List.of(64, 64, 1), corpus.calls().stream().map(call -> call.documents().size()).toList());
    assertEquals(
        sentences, corpus.calls().stream().flatMap(call -> call.sentences().stream()).toList());
    // 343 times 1 + 2 + 3 tokens, and one more sentence of 1.
    assertEquals(2059, corpus.tokens());
    assertEquals("w1024 w1024 w1025 w1025 w1025 w1026", prefix(corpus.documents().get(128)));
  }

  private static String prefix(String document) {
    return document.substring(0, 35);
  }
}
