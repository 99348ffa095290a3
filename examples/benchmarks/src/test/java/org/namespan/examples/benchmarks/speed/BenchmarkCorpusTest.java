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
    for (int i = 0; i < 4102; i++) {
      sentences.add(Collections.nCopies(1 + i % 3, "w" + i));
    }
    BenchmarkCorpus corpus = new BenchmarkCorpus(sentences);
    assertEquals(
        List.of(2048, 2048, 6),
        corpus.calls().stream().map(call -> call.sentences().size()).toList());
    assertEquals(
        List.of(256, 256, 1),
        corpus.calls().stream().map(call -> call.documents().size()).toList());
    assertEquals(
        sentences, corpus.calls().stream().flatMap(call -> call.sentences().stream()).toList());
    // 1,367 times 1 + 2 + 3 tokens, and one more sentence of 1.
    assertEquals(8203, corpus.tokens());
    assertEquals("w4096 w4096 w4097 w4097 w4097 w4098", prefix(corpus.documents().get(512)));
  }

  private static String prefix(String document) {
    return document.substring(0, 35);
  }
}
