package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrainingConfigTest {

  @Test
  void smallCorpusTrainsLongerInSmallerBatches() {
    TrainingConfig small = TrainingConfig.standard().optCorpusSize(1999).build();
    assertEquals(8, small.batchSize());
    assertEquals(30, small.epochs());
    assertEquals(10, small.patience());
    assertEquals(1, small.minCount());
    assertEquals(
        TrainingConfig.standard().build(), TrainingConfig.standard().optCorpusSize(2000).build());
  }

  @Test
  void whatIsAskedForWinsOverTheSize() {
    TrainingConfig asked = TrainingConfig.plain().optCorpusSize(40).optEpochs(3).build();
    assertEquals(3, asked.epochs());
    assertEquals(8, asked.batchSize());
  }
}
