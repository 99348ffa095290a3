package org.namespan.trainer.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.namespan.trainer.network.Combiner;

class TrainingConfigTest {

  @Test
  void smallCorpusTrainsLongerInSmallerBatches() {
    TrainingConfig small = TrainingConfig.standard().optCorpusSize(1999).build();
    assertEquals(8, small.optimization().batchSize());
    assertEquals(30, small.optimization().epochs());
    assertEquals(10, small.optimization().patience());
    assertEquals(1, small.features().minCount());
    assertEquals(
        TrainingConfig.standard().build(), TrainingConfig.standard().optCorpusSize(2000).build());
  }

  @Test
  void whatIsAskedForWinsOverTheSize() {
    TrainingConfig asked = TrainingConfig.plain().optCorpusSize(40).optEpochs(3).build();
    assertEquals(3, asked.optimization().epochs());
    assertEquals(8, asked.optimization().batchSize());
  }

  @Test
  void embeddingsThatAreAddedUpAreOfOneWidth() {
    TrainingConfig summed =
        TrainingConfig.standard().optCombiner(Combiner.SUM).optWordDim(40).build();
    assertEquals(40, summed.features().hashDim());
    assertEquals(32, TrainingConfig.standard().build().features().hashDim());
    TrainingConfigBuilder other =
        TrainingConfig.standard().optCombiner(Combiner.SUM).optHashDim(32).optWordDim(40);
    String message = assertThrows(IllegalArgumentException.class, other::build).getMessage();
    assertEquals("hashDim is 32, expected the wordDim of 40 to add them up", message);
  }
}
