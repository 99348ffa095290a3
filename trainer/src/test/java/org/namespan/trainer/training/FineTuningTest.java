package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.MetadataCodec;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.tag.Span;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.pretrained.PretrainedTagger;
import org.namespan.trainer.text.TextOptions;

/** A tagger of people and places learns times, which nobody told it of. */
class FineTuningTest {

  private static final TextOptions TEXT = TextOptions.whitespace("en");
  private static final Corpus NAMES = TinyCorpus.of(i -> 1, 10);

  /** The same sentences with their words of time alone. */
  private static final Corpus TIMES =
      NAMES.withSentences(NAMES.sentences().stream().map(FineTuningTest::times).toList());

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static PretrainedTagger from;

  private static Sentence times(Sentence sentence) {
    return sentence.withSpans(List.of(new Span("tim", 0, 1)), List.of());
  }

  /** Both annotations. */
  private static Corpus all() {
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : NAMES.sentences()) {
      List<Span> spans = new ArrayList<>(List.of(new Span("tim", 0, 1)));
      spans.addAll(sentence.spans());
      sentences.add(sentence.withSpans(spans, List.of()));
    }
    return NAMES.withSentences(sentences);
  }

  @BeforeAll
  static void trainsNames() throws IOException {
    TrainingConfig config =
        TrainingConfig.standard()
            .optHidden(16)
            .optWordDim(8)
            .optHashDim(8)
            .optHead(Head.CRF)
            .optBatchSize(4)
            .optEpochs(20)
            .optDropout(0.2)
            .optLearningRate(0.01)
            .optTableLearningRate(0.01)
            .optMinScore(0.3)
            .build();
    TrainedTagger tagger =
        new TaggerTrainer(config, shared.resolve("names"), TrainingMonitor.SILENT)
            .train(
                TrainingSources.of(NAMES, null),
                TextOptions.whitespace("da"),
                Map.of("training.licence", "CC0", "type.per", "people", "type.geo", "places"));
    Path file = shared.resolve("names.onnx");
    ModelExporter.export(tagger, Precision.INT8, 1, NAMES, file);
    from = PretrainedTagger.read(file);
    assertTrue(TaggerScorer.score(tagger, NAMES).overall().f1() > 0.95);
  }

  private static TrainingConfigBuilder config() {
    return from.fineTuning()
        .optEpochs(20)
        .optDropout(0.1)
        .optLearningRate(0.01)
        .optTableLearningRate(0.01)
        .optEncoderLearningRate(0.01);
  }

  private static TrainingSources times() {
    return TrainingSources.of(TIMES.first(12), null).withFrom(from);
  }

  private TaggerTrainer trainer(TrainingConfig config, String run, TrainingMonitor monitor) {
    return new TaggerTrainer(config, folder.resolve(run), monitor);
  }

  private TrainedTagger train(TrainingConfig config, String run) throws IOException {
    return trainer(config, run, TrainingMonitor.SILENT).train(times(), TEXT, Map.of());
  }

  @Test
  void learnsATypeAndKeepsTheOthers() throws IOException {
    TrainedTagger tagger = train(config().build(), "a");
    assertEquals(Set.of("geo", "per", "tim"), tagger.metadata().tagSet().types());
    EvaluationResult scores = TaggerScorer.score(tagger, all());
    assertTrue(scores.overall().f1() > 0.93, scores.perType().toString());
    assertEquals(1, scores.perType().get("tim").recall(), scores.perType().toString());
  }

  @Test
  void dropsTypesWhereAsked() throws IOException {
    TrainedTagger tagger = train(config().optDropTypes(true).build(), "a");
    assertEquals(Set.of("tim"), tagger.metadata().tagSet().types());
    assertEquals(Set.of(), descriptions(tagger));
    assertTrue(TaggerScorer.score(tagger, TIMES).overall().f1() > 0.95);
  }

  private static Set<String> descriptions(TrainedTagger tagger) {
    Set<String> names = new TreeSet<>(tagger.metadata().facts().keySet());
    names.removeIf(name -> !name.startsWith("type."));
    return names;
  }

  /** An epoch whose rates move nothing: what is said of people and places is as before. */
  @Test
  void tagsAsBeforeUntilItLearns() throws IOException {
    TrainedTagger tagger =
        train(
            config()
                .optEpochs(1)
                .optLearningRate(1e-12)
                .optTableLearningRate(1e-12)
                .optEncoderLearningRate(0)
                .build(),
            "a");
    assertEquals(0.3, tagger.metadata().minScore());
    TrainedTagger before = new TrainedTagger(from.network(), from.weights(), from.metadata());
    EvaluationResult expected = TaggerScorer.score(before, NAMES);
    EvaluationResult found = TaggerScorer.score(tagger, NAMES);
    assertEquals(expected.perType(), found.perType());
  }

  @Test
  void saysWhereItComesFrom() throws IOException {
    Map<String, String> facts = train(config().optEpochs(1).build(), "a").metadata().facts();
    assertEquals("names.onnx", facts.get("from"));
    assertEquals(from.sha256(), facts.get("from.sha256"));
    assertEquals("tiny.conll", facts.get("from.training.data"));
    assertEquals("32", facts.get("from.training.sentences"));
    assertEquals("12", facts.get("training.sentences"));
    assertEquals("CC0", facts.get("training.licence"));
    assertEquals("CC0", facts.get("from.training.licence"));
    assertEquals("people", facts.get("type.per"));
    assertEquals("da", facts.get("language"));
    assertEquals("fine-tuning", facts.get("training.preset"));
    assertFalse(facts.containsKey("precision"));
    TrainedTagger told =
        trainer(config().optEpochs(1).build(), "b", TrainingMonitor.SILENT)
            .train(
                times(),
                TEXT,
                Map.of("training.licence", "mine", "type.tim", "times", "type.per", "names"));
    assertEquals("mine", told.metadata().facts().get("training.licence"));
    assertEquals("CC0", told.metadata().facts().get("from.training.licence"));
    assertEquals("times", told.metadata().facts().get("type.tim"));
    assertEquals("names", told.metadata().facts().get("type.per"));
    assertEquals(
        MetadataCodec.toEntries(from.metadata()).get("namespan.tokenizer"),
        MetadataCodec.toEntries(told.metadata()).get("namespan.tokenizer"));
  }

  @Test
  void keepsTheCalibrationOfKeptTypes() throws IOException {
    ScoreCalibration calibration = new ScoreCalibration(0.8f, -0.1f);
    PretrainedTagger calibrated =
        new PretrainedTagger(
            "names.onnx",
            "0123",
            from.network(),
            from.weights(),
            from.metadata()
                .withCalibration(calibration)
                .withFacts(Map.of("calibration.data", "held.conll")));
    TrainingSources sources = times().withFrom(calibrated);
    TrainingConfigBuilder once = config().optEpochs(1);
    TrainedTagger kept =
        trainer(once.build(), "a", TrainingMonitor.SILENT).train(sources, TEXT, Map.of());
    assertEquals(calibration, kept.metadata().calibration());
    assertEquals("held.conll", kept.metadata().facts().get("from.calibration.data"));
    TrainedTagger dropped =
        trainer(once.optDropTypes(true).build(), "b", TrainingMonitor.SILENT)
            .train(sources, TEXT, Map.of());
    assertEquals(ScoreCalibration.NONE, dropped.metadata().calibration());
  }

  @Test
  void sameSeedSameBytesAndResumesAsIfNeverCutOff() throws IOException {
    TrainingConfig config = config().optEpochs(4).optDropout(0.4).build();
    TrainedTagger whole = train(config, "whole");
    assertThrows(
        TaggerTrainerTest.CutOff.class,
        () ->
            trainer(config, "cut", new TaggerTrainerTest.CutOff.After(2))
                .train(times(), TEXT, Map.of()));
    TrainedTagger resumed =
        trainer(config, "cut", TrainingMonitor.SILENT).resume(times(), TEXT, Map.of());
    CheckpointTest.assertSame(whole.weights(), resumed.weights());
    Path first = folder.resolve("a.onnx");
    Path second = folder.resolve("b.onnx");
    ModelExporter.export(whole, Precision.INT8, 1, TIMES, first);
    ModelExporter.export(resumed, Precision.INT8, 1, TIMES, second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void resumesFromTheSameFileAlone() throws IOException {
    TrainingConfig config = config().optEpochs(1).build();
    train(config, "a");
    TaggerTrainer trainer = trainer(config, "a", TrainingMonitor.SILENT);
    PretrainedTagger other =
        new PretrainedTagger("names.onnx", "0123", from.network(), from.weights(), from.metadata());
    IOException changed =
        assertThrows(
            IOException.class, () -> trainer.resume(times().withFrom(other), TEXT, Map.of()));
    assertEquals(
        folder.resolve("a").resolve(Checkpoint.FILE_NAME)
            + ": the run began from the model file of SHA-256 "
            + from.sha256()
            + ", not from the model file of SHA-256 0123; give the same file by --from, or start"
            + " anew in another folder",
        changed.getMessage());
    IOException none =
        assertThrows(
            IOException.class, () -> trainer.resume(times().withFrom(null), TEXT, Map.of()));
    assertTrue(none.getMessage().contains("not from no other model"), none.getMessage());
    IOException dropping =
        assertThrows(
            IOException.class,
            () ->
                trainer(
                        config().optEpochs(1).optDropTypes(true).build(),
                        "a",
                        TrainingMonitor.SILENT)
                    .resume(times(), TEXT, Map.of()));
    assertTrue(dropping.getMessage().contains("dropTypes false, not true"), dropping.getMessage());
  }

  /** Predictions of types that dev is not annotated with are no errors. */
  @Test
  void scoresOnDevWhatDevIsAnnotatedWith() throws IOException {
    TrainingConfig config = config().optMinScore(0.3).build();
    trainer(config, "a", TrainingMonitor.SILENT)
        .train(TrainingSources.of(TIMES.first(12), TIMES).withFrom(from), TEXT, Map.of());
    DevScores dev = Checkpoint.read(folder.resolve("a").resolve(Checkpoint.FILE_NAME)).best().dev();
    assertTrue(dev.f1() > 0.95, dev.toString());
  }

  @Test
  void refusesAnotherNetworkAndOtherEmbeddings() {
    TaggerTrainer trainer = trainer(TrainingConfig.standard().build(), "a", TrainingMonitor.SILENT);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> trainer.train(times(), TEXT, Map.of()));
    assertEquals(
        "--hidden is 128, but 16 in names.onnx, whose network is trained on; leave it out",
        refused.getMessage());
    assertFalse(Files.exists(folder.resolve("a")));
  }
}
