package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.trainer.SharedData;

/** Reads real files, where they are at hand, and checks their published counts. */
@Tag("slow")
class CorpusSharedDataTest {
  @ParameterizedTest
  @CsvSource({
    "gmb/ner_dataset.csv.gz, 40764, 892333, 8, 95054",
    "uner-ewt/en_ewt-ud-train.iob2, 12543, 204579, 3, 7005",
    "uner-ewt/en_ewt-ud-dev.iob2, 2001, 25149, 3, 966",
    "wnut17/wnut17train.conll, 3394, 62730, 6, 1975",
    "wnut17/emerging.dev.conll, 1009, 15733, 6, 836",
    "btc/a.conll, 1000, 16612, 3, 521",
    "btc/b.conll, 2000, 30825, 3, 1610",
    "btc/e.conll, 200, 3981, 3, 325",
    "btc/f.conll, 2000, 35427, 3, 4376",
    "btc/g.conll, 2138, 34062, 3, 4685"
  })
  void readsWithoutLoss(String file, int sentences, int tokens, int types, int spans)
      throws IOException {
    Corpus corpus = CorpusFiles.read(SharedData.require(file));
    assertEquals(sentences, corpus.sentences().size());
    assertEquals(tokens, corpus.tokenCount());
    assertEquals(types, corpus.types().size());
    assertEquals(spans, corpus.spanCount());
    assertEquals(0, corpus.repaired());
  }

  @Test
  void splitsGmbAsItsReadmeSays() throws IOException {
    Corpus corpus = CorpusFiles.read(SharedData.require("gmb/ner_dataset.csv.gz"));
    assertEquals("[art, eve, geo, gpe, nat, org, per, tim]", corpus.types().toString());
    Sentence last = corpus.sentences().get(40_763);
    assertEquals(892_334, last.line() + last.tokens().size() - 1);

    Split split = Splits.sequential(corpus, 33_570);
    assertEquals(33_570 + 88, split.train().sentences().size());
    assertEquals(7_194 - 88, split.dev().sentences().size());
    assertEquals(278, split.copies());
    assertEquals(88, split.moved());
    assertEquals(36, split.conflicting());
  }
}
