package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.model.tag.Span;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.head.ScoreLoss;
import org.namespan.trainer.text.TextOptions;

class DeviceTest {

  private static final TextOptions TEXT = TextOptions.whitespace("en");

  private static final Device NOT_THERE = Device.gpu(999);

  @TempDir Path folder;

  private static TrainingSources sources() {
    Sentence sentence = new Sentence(List.of("Otto", "left"), List.of(new Span("per", 0, 1)));
    return TrainingSources.of(new Corpus("tiny.conll", List.of(sentence), 0), null);
  }

  private TaggerTrainer trainer(int epochs, Device device) {
    TrainingConfig config = TrainingConfig.plain().optHidden(4).optEpochs(epochs).build();
    return new TaggerTrainer(config, device, folder.resolve("run"), TrainingMonitor.SILENT);
  }

  @Test
  void gpuThatIsNotThere() {
    TrainingException e =
        assertThrows(
            TrainingException.class, () -> trainer(1, NOT_THERE).train(sources(), TEXT, Map.of()));
    int found = Engines.pytorch().getGpuCount();
    assertTrue(
        e.getMessage().contains("found " + found + " GPUs, expected gpu999"), e.getMessage());
    assertTrue(e.getMessage().contains("-P cuda"), e.getMessage());
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void resumingOnGpuThatIsNotThereLeavesTheRunAsItWas() throws IOException {
    trainer(1, Device.cpu()).train(sources(), TEXT, Map.of());
    Path log = folder.resolve("run").resolve(TrainingLog.FILE_NAME);
    // What resuming would drop.
    Files.writeString(log, Files.readString(log) + "{\"epoch\":2}\n");
    String before = Files.readString(log);
    assertThrows(
        TrainingException.class, () -> trainer(1, NOT_THERE).resume(sources(), TEXT, Map.of()));
    assertEquals(before, Files.readString(log));
  }

  /** Needs a GPU; cuDNN may multiply in TF32, which has 10 bits of mantissa. */
  @ParameterizedTest
  @EnumSource(Cell.class)
  void stepsOnTheGpuAsOnTheCpu(Cell cell) {
    assumeTrue(Engines.pytorch().getGpuCount() > 0, "no GPU");
    NetworkConfig config = SmallNetworks.withCharacters(SmallNetworks.config(cell, true, 2, 2));
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    Batch batch = Batch.of(SmallNetworks.sentences(config, 4, 6, new Random(1)));
    try (NDManager cpu = Engines.pytorch().newBaseManager(Device.cpu());
        NDManager gpu = Engines.pytorch().newBaseManager(Device.gpu())) {
      EngineNetwork onCpu = SmallNetworks.network(config, weights, 0, cpu);
      EngineNetwork onGpu = SmallNetworks.network(config, weights, 0, gpu);
      ScoreLoss loss = SmallNetworks.loss(onCpu);
      TrainingStep cpuStep = new TrainingStep(cpu, onCpu, loss, 5);
      TrainingStep gpuStep = new TrainingStep(gpu, onGpu, loss, 5);
      int parameters = onGpu.parameters().size();
      for (int i = 0; i < 3; i++) {
        assertEquals(cpuStep.run(batch, 1e-3, 1e-3), gpuStep.run(batch, 1e-3, 1e-3), 1e-2);
        assertArrayEquals(
            new NetworkTagger(onCpu, cpu, 4).emissions(batch),
            new NetworkTagger(onGpu, gpu, 4).emissions(batch),
            5e-2f);
        onGpu.weights();
        assertEquals(parameters, gpu.getManagedArrays().size());
      }
    }
  }

  @Test
  void trainsOnTheGpuAndGoesOnOnTheCpu() throws IOException {
    assumeTrue(Engines.pytorch().getGpuCount() > 0, "no GPU");
    trainer(2, Device.gpu()).train(sources(), TEXT, Map.of());
    trainer(2, Device.cpu()).resume(sources(), TEXT, Map.of());
  }
}
