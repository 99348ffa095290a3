package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.config.TransformerConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.export.ExportException;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.transformer.PretrainedEncoder;
import org.namespan.trainer.network.transformer.TinyEncoder;
import org.namespan.trainer.network.transformer.TransformerSpec;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.wordpiece.PieceEncoder;
import org.namespan.trainer.wordpiece.WordPieces;

/** Fine-tuning of an encoder of a few numbers. */
class TeacherTrainingTest {

  private static final TextOptions TEXT = TextOptions.whitespace("en");
  private static final Corpus TRAIN = corpus();

  @TempDir private Path folder;
  private PretrainedEncoder encoder;

  /** Sentences in which the word before tells person from place; some need two windows. */
  private static Corpus corpus() {
    return TinyCorpus.of(i -> i % 8 == 0 ? 12 : 1, 100);
  }

  @BeforeEach
  void writeEncoder() throws IOException {
    encoder = PretrainedEncoder.read(TinyEncoder.write(folder.resolve("encoder"), 1), null);
  }

  private static TrainingConfigBuilder config() {
    return TrainingConfig.teacher().optBatchSize(4).optEpochs(3).optPatience(3);
  }

  private TrainingSources sources() {
    return TrainingSources.of(TRAIN, TRAIN).withEncoder(encoder);
  }

  private TrainedTagger train(TrainingConfig config, String run, TrainingMonitor monitor)
      throws IOException {
    return new TaggerTrainer(config, folder.resolve(run), monitor).train(sources(), TEXT, Map.of());
  }

  private TrainedTagger resume(TrainingConfig config, String run, TrainingSources sources)
      throws IOException {
    return new TaggerTrainer(config, folder.resolve(run), TrainingMonitor.SILENT)
        .resume(sources, TEXT, Map.of());
  }

  private Checkpoint checkpoint(String run) throws IOException {
    return Checkpoint.read(folder.resolve(run).resolve(Checkpoint.FILE_NAME));
  }

  @Test
  void learnsByHeart() throws IOException {
    TrainingConfig config =
        config()
            .optEpochs(25)
            .optPatience(25)
            .optLearningRate(0.02)
            .optTableLearningRate(0.02)
            .optEncoderLearningRate(0.01)
            .optLowerShare(0)
            .optUpperShare(0)
            .optTitleShare(0)
            .build();
    TrainedTagger tagger = train(config, "run", TrainingMonitor.SILENT);
    DevScores best = checkpoint("run").best().dev();
    assertTrue(best.f1() > 0.95, best.toString());
    assertEquals(best.f1(), TaggerScorer.score(tagger, TRAIN).overall().f1());
    Map<String, String> facts = tagger.metadata().facts();
    assertEquals(encoder.sha256(), facts.get("encoder.sha256"));
    assertEquals("encoder.onnx", facts.get("encoder"));
    assertEquals("transformer 2x8, 2 heads, shapes 32, crf", facts.get("network"));
    try (EngineTagger engine = new EngineTagger(tagger, Device.cpu())) {
      int right = 0;
      List<List<String>> tokens = TRAIN.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        right += engine.tag(tokens).get(i).equals(TRAIN.sentences().get(i).spans()) ? 1 : 0;
      }
      assertTrue(right > 29, right + " of 32 sentences");
    }
    // A teacher has no graph.
    Path file = folder.resolve("model.onnx");
    String message =
        assertThrows(ExportException.class, () -> ModelExporter.export(tagger, TRAIN, file))
            .getMessage();
    assertTrue(message.startsWith(file + ": not written: found a teacher"), message);
    assertFalse(Files.exists(file));
  }

  @Test
  void tablesOfTheEncoderStayAndAllElseMoves() throws IOException {
    TrainedTagger tagger = train(config().optEpochs(1).build(), "run", TrainingMonitor.SILENT);
    Set<String> frozen = Set.of("encoder.pieces", "encoder.positions", "encoder.types");
    tagger
        .weights()
        .forEach(
            (name, values) -> {
              float[] before = encoder.weights().get(name);
              if (frozen.contains(name)) {
                assertArrayEquals(before, values, name);
              } else if (before != null) {
                assertFalse(Arrays.equals(before, values), name);
              }
            });
    float[] added = tagger.weights().get("shapes.added");
    boolean moved = false;
    for (float value : added) {
      moved |= value != 0;
    }
    assertTrue(moved, "added shapes begin with 0 and learn");
  }

  /** With rates of their own, weights of the encoder may stay while the head learns. */
  @Test
  void encoderHasItsOwnRate() throws IOException {
    TrainingConfig config = config().optEpochs(1).optEncoderLearningRate(0).build();
    TrainedTagger tagger = train(config, "run", TrainingMonitor.SILENT);
    encoder
        .weights()
        .forEach((name, values) -> assertArrayEquals(values, tagger.weights().get(name), name));
    assertFalse(
        Arrays.equals(
            tagger.spec().draw(config.seed()).get("dense.W"), tagger.weights().get("dense.W")));
  }

  @Test
  void resumesAsIfNeverCutOff() throws IOException {
    TrainingConfig config = config().build();
    TrainedTagger whole = train(config, "whole", TrainingMonitor.SILENT);
    assertThrows(
        TaggerTrainerTest.CutOff.class,
        () -> train(config, "cut", new TaggerTrainerTest.CutOff.After(1)));
    CheckpointTest.assertSame(whole.weights(), resume(config, "cut", sources()).weights());
    CheckpointTest.assertSame(checkpoint("whole").weights(), checkpoint("cut").weights());
    CheckpointTest.assertSame(
        checkpoint("whole").optimizerState(), checkpoint("cut").optimizerState());
  }

  @Test
  void refusesToResumeWithAnotherEncoder() throws IOException {
    TrainingConfig config = config().optEpochs(1).build();
    train(config, "run", TrainingMonitor.SILENT);
    PretrainedEncoder other =
        PretrainedEncoder.read(TinyEncoder.write(folder.resolve("other"), 2), null);
    for (PretrainedEncoder given : Arrays.asList(other, null)) {
      TrainingSources sources = TrainingSources.of(TRAIN, TRAIN).withEncoder(given);
      String message =
          assertThrows(IOException.class, () -> resume(config, "run", sources)).getMessage();
      assertTrue(
          message.contains(
              "started with the encoder of SHA-256 "
                  + encoder.sha256()
                  + ", not "
                  + (given == null ? "none" : other.sha256())),
          message);
    }
  }

  @Test
  void checkpointHoldsAllThatTaggingNeeds() throws IOException {
    TrainedTagger tagger = train(config().optEpochs(1).build(), "run", TrainingMonitor.SILENT);
    TrainedTagger read = TrainedTagger.read(folder.resolve("run"));
    assertEquals(tagger.network(), read.network());
    assertEquals(encoder.sha256(), ((TransformerConfig) read.network()).sha256());
    CheckpointTest.assertSame(tagger.weights(), read.weights());
    assertEquals(TinyEncoder.pieces(), read.metadata().vocabulary());
    List<SentenceView> views =
        TRAIN.tokens().stream().limit(5).map(SentenceView::ofTokens).toList();
    try (EngineTagger first = new EngineTagger(tagger, Device.cpu());
        EngineTagger second = new EngineTagger(read, Device.cpu())) {
      List<float[]> expected = first.emissions(views);
      List<float[]> found = second.emissions(views);
      for (int i = 0; i < views.size(); i++) {
        assertArrayEquals(expected.get(i), found.get(i));
      }
    }
  }

  /** Scores of a sentence do not depend on what it is padded beside, and are in the given order. */
  @Test
  void sentenceScoresTheSameInEveryBatch() throws IOException {
    TrainedTagger tagger = train(config().optEpochs(1).build(), "run", TrainingMonitor.SILENT);
    List<EncodedSentence> sentences =
        TRAIN.tokens().stream().map(tagger.sentenceEncoder()::encode).toList();
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu())) {
      EngineNetwork network = EngineNetwork.of(tagger.spec(), tagger.weights(), manager);
      List<float[]> alone = new NetworkTagger(network, manager, 1).emissions(sentences);
      List<float[]> together = new NetworkTagger(network, manager, 32).emissions(sentences);
      for (int i = 0; i < sentences.size(); i++) {
        assertEquals(
            sentences.get(i).length() * tagger.metadata().tagSet().size(), alone.get(i).length);
        assertArrayEquals(alone.get(i), together.get(i), 1e-4f);
      }
    }
  }

  /** Small steps along the gradient, without dropout: nothing of it is lost on its way. */
  @Test
  void lossFallsAlongTheGradient() throws IOException {
    TransformerConfig size = TransformerConfig.of(TrainingConfig.teacher().build(), encoder, 9);
    TransformerSpec spec = size.spec();
    Map<String, float[]> weights = spec.draw(3);
    weights.putAll(encoder.weights());
    TagSet tagSet = TagSet.over(TagScheme.BILOU, Set.of("geo", "per"));
    SentenceEncoder pieces = new PieceEncoder(new WordPieces(encoder.pieces()), 16);
    EncodedSentence sentence =
        pieces.encode(
            List.of("said", "Mary", "Smith", "in", "Oslo"),
            LabelTargets.gold(
                new int[] {0, id(tagSet, "B-per"), id(tagSet, "L-per"), 0, id(tagSet, "U-geo")}));
    Batch batch = Batch.of(List.of(sentence));
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu())) {
      EngineNetwork network = EngineNetwork.of(spec, 0, false, weights, manager);
      TrainingStep step =
          new TrainingStep(manager, network, spec.head().loss(tagSet, network.arrays(), 0), 1e9);
      float first = step.run(batch, 1e-3, 1e-3);
      float last = first;
      for (int i = 0; i < 40; i++) {
        float loss = step.run(batch, 1e-3, 1e-3);
        assertTrue(loss < last + 1e-3, loss + " after " + last);
        last = loss;
      }
      assertTrue(last < first / 2, first + " before, " + last + " after");
    }
  }

  private static int id(TagSet tagSet, String label) {
    return tagSet.labels().indexOf(label);
  }
}
