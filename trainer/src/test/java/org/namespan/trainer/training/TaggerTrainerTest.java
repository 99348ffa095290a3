package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.EntityTagger;
import org.namespan.model.MetadataCodec;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.config.Schedule;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.evaluation.ModelEvaluation;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.text.TextOptions;

class TaggerTrainerTest {

  private static final TextOptions TEXT = TextOptions.whitespace("en");

  private static final Corpus TRAIN = corpus();

  @TempDir Path folder;

  /** Sentences in which the word before tells person from place. */
  private static Corpus corpus() {
    return TinyCorpus.of(i -> 1, 10);
  }

  private static TrainingConfigBuilder config() {
    return TrainingConfig.plain().optWordDim(8).optHidden(8).optBatchSize(8).optEpochs(4);
  }

  private TrainedTagger train(TrainingConfig config, String run, TrainingMonitor monitor)
      throws IOException {
    return new TaggerTrainer(config, folder.resolve(run), monitor)
        .train(TrainingSources.of(TRAIN, TRAIN), TEXT, Map.of());
  }

  private TrainedTagger train(TrainingConfig config, String run) throws IOException {
    return train(config, run, TrainingMonitor.SILENT);
  }

  private TrainedTagger resume(TrainingConfig config, String run) throws IOException {
    return new TaggerTrainer(config, folder.resolve(run), TrainingMonitor.SILENT)
        .resume(TrainingSources.of(TRAIN, TRAIN), TEXT, Map.of());
  }

  private Checkpoint checkpoint(String run) throws IOException {
    return Checkpoint.read(folder.resolve(run).resolve(Checkpoint.FILE_NAME));
  }

  private List<String> log(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run).resolve("training.jsonl"));
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void learnsByHeart(Cell cell) throws IOException {
    TrainingConfig config =
        config()
            .optCell(cell)
            .optScheme(cell == Cell.GRU ? TagScheme.BILOU : TagScheme.BIO)
            .optEpochs(30)
            .optPatience(30)
            .optDropout(0.1)
            .optBatchSize(cell == Cell.LSTM ? 512 : 4)
            .optLearningRate(cell == Cell.LSTM ? 0.05 : 0.02)
            .optTableLearningRate(cell == Cell.LSTM ? 0.05 : 0.02)
            .optBidirectional(cell == Cell.RNN_TANH)
            .build();
    train(config, "run");
    assertTrue(checkpoint("run").best().dev().f1() > 0.95, checkpoint("run").best().toString());
  }

  @Test
  void standardPresetLearnsByHeart() throws IOException {
    TrainingConfig config =
        TrainingConfig.standard()
            .optHidden(16)
            .optWordDim(8)
            .optHashDim(8)
            .optBatchSize(4)
            .optEpochs(15)
            .optPatience(15)
            .optLearningRate(0.01)
            .optTableLearningRate(0.01)
            .build();
    TrainedTagger tagger = train(config, "run");
    assertTrue(checkpoint("run").best().dev().f1() > 0.95, checkpoint("run").best().toString());
    assertEquals(
        Set.of(
            "dev.data",
            "dev.f1",
            "dev.precision",
            "dev.recall",
            "dev.sentences",
            "dev.token_accuracy",
            "language",
            "network",
            "network.parameters",
            "producer",
            "training.data",
            "training.epoch",
            "training.preset",
            "training.seed",
            "training.sentences",
            "training.tokens"),
        tagger.metadata().facts().keySet());
    long size = tagger.weights().values().stream().mapToLong(values -> values.length).sum();
    assertEquals(Long.toString(size), tagger.metadata().facts().get("network.parameters"));
  }

  @ParameterizedTest
  @EnumSource(TagScheme.class)
  void crfLearnsByHeart(TagScheme scheme) throws IOException {
    TrainingConfig config =
        config()
            .optHead(Head.CRF)
            .optScheme(scheme)
            .optEpochs(20)
            .optPatience(20)
            .optDropout(0.1)
            .optBatchSize(4)
            .optLearningRate(0.02)
            .optTableLearningRate(0.02)
            .build();
    TrainedTagger tagger = train(config, "run");
    assertTrue(checkpoint("run").best().dev().f1() > 0.95, checkpoint("run").best().toString());
    assertTrue(tagger.metadata().facts().get("network").endsWith(", crf"));
    // Learned, and all there.
    float[] transitions = tagger.weights().get("transitions");
    int labels = tagger.metadata().tagSet().size();
    assertEquals(labels * (labels + 2), transitions.length);
    assertTrue(Arrays.stream(boxed(transitions)).anyMatch(score -> Math.abs(score) > 0.1));
    DevScores best = checkpoint("run").best().dev();
    assertEquals(best.f1(), TaggerScorer.score(tagger, TRAIN).overall().f1());
    assertEquals(best.minScore(), tagger.metadata().minScore());
  }

  private static Float[] boxed(float[] values) {
    Float[] boxed = new Float[values.length];
    Arrays.setAll(boxed, i -> values[i]);
    return boxed;
  }

  /** Four sentences are annotated; a teacher tells of the others. */
  @ParameterizedTest
  @EnumSource(Head.class)
  void learnsFromSoftLabels(Head head) throws IOException {
    List<Sentence> all = TRAIN.sentences();
    Corpus few = TRAIN.withSentences(List.of(all.get(0), all.get(5), all.get(10), all.get(15)));
    TrainingSources sources = TrainingSources.of(few, TRAIN);
    TrainingConfig config =
        config()
            .optHead(head)
            .optEpochs(15)
            .optPatience(15)
            .optDropout(0.1)
            .optBatchSize(4)
            .optLearningRate(0.02)
            .optTableLearningRate(0.02)
            .optUnknownProbability(0)
            .build();
    double alone = f1(config, "alone", sources);
    double taught = f1(config, "taught", sources.withSoft(List.of(taught())));
    assertTrue(taught > 0.95 && alone < 0.9, alone + " alone, " + taught + " taught");
  }

  private double f1(TrainingConfig config, String run, TrainingSources sources) throws IOException {
    new TaggerTrainer(config, folder.resolve(run), TrainingMonitor.SILENT)
        .train(sources, TEXT, Map.of());
    return checkpoint(run).best().dev().f1();
  }

  /** The sentences, with 0.9 for the right label and 0.1 for O or, there, for another. */
  private static SoftCorpus taught() {
    List<String> labels = List.of("I-per", "B-per", "I-geo", "B-geo", "O");
    List<SoftSentence> sentences = new ArrayList<>();
    for (Sentence sentence : TRAIN.sentences()) {
      int time = sentence.tokens().size();
      int[][] ids = new int[time][];
      float[][] weights = new float[time][];
      for (int t = 0; t < time; t++) {
        int right = labels.indexOf(sentence.tags(TagScheme.BIO).get(t).toString());
        ids[t] = new int[] {right, right == 4 ? 1 : 4};
        weights[t] = new float[] {0.9f, 0.1f};
      }
      sentences.add(new SoftSentence(sentence.tokens(), ids, weights));
    }
    return new SoftCorpus("soft", labels, sentences);
  }

  @Test
  void sameSeedSameWeights() throws IOException {
    TrainedTagger first = train(config().build(), "a");
    TrainedTagger second = train(config().build(), "b");
    CheckpointTest.assertSame(first.weights(), second.weights());
    assertEquals(
        MetadataCodec.toEntries(first.metadata()), MetadataCodec.toEntries(second.metadata()));
    TrainedTagger other = train(config().optSeed(2).build(), "c");
    first
        .weights()
        .forEach(
            (name, values) -> assertFalse(Arrays.equals(values, other.weights().get(name)), name));
  }

  @Test
  void resumesAsIfNeverCutOff() throws IOException {
    TrainingConfig config =
        config().optCell(Cell.GRU).optBidirectional(true).optLayers(2).optSkip(true).build();
    TrainedTagger whole = train(config, "whole");
    for (int cut : new int[] {1, 3}) {
      String run = "cut" + cut;
      assertThrows(CutOff.class, () -> train(config, run, new CutOff.After(cut)));
      assertEquals(cut, checkpoint(run).epoch());
      TrainedTagger resumed = resume(config, run);
      assertSameRun("whole", run);
      CheckpointTest.assertSame(whole.weights(), resumed.weights());
      assertEquals(
          MetadataCodec.toEntries(whole.metadata()), MetadataCodec.toEntries(resumed.metadata()));
      // Nothing is left to do.
      byte[] before = Files.readAllBytes(folder.resolve(run).resolve(Checkpoint.FILE_NAME));
      CheckpointTest.assertSame(whole.weights(), resume(config, run).weights());
      assertArrayEquals(
          before, Files.readAllBytes(folder.resolve(run).resolve(Checkpoint.FILE_NAME)));
    }
  }

  /** All that a checkpoint has to carry: transitions, the average, the schedule, cases, dropout. */
  @Test
  void resumesAveragesAndTransitions() throws IOException {
    TrainingConfig config =
        config()
            .optHead(Head.CRF)
            .optAveraging(0.9)
            .optSchedule(Schedule.COSINE)
            .optVariational(true)
            .optWordDropout(0.1)
            .optLowerShare(0.2)
            .optTitleShare(0.2)
            .build();
    TrainedTagger whole = train(config, "whole");
    assertThrows(CutOff.class, () -> train(config, "cut", new CutOff.After(2)));
    TrainedTagger resumed = resume(config, "cut");
    assertSameRun("whole", "cut");
    CheckpointTest.assertSame(whole.weights(), resumed.weights());
    assertEquals(
        MetadataCodec.toEntries(whole.metadata()), MetadataCodec.toEntries(resumed.metadata()));
  }

  @Test
  void averageIsWhatIsScoredAndKept() throws IOException {
    TrainingConfigBuilder config =
        config()
            .optEpochs(1)
            .optBatchSize(2)
            .optSchedule(Schedule.CONSTANT)
            .optLearningRate(0.05)
            .optTableLearningRate(0.05);
    boolean scoresDiffer = false;
    for (int seed = 1; seed <= 6; seed++) {
      TrainedTagger tagger = train(config.optSeed(seed).optAveraging(0.99).build(), "a" + seed);
      Checkpoint checkpoint = checkpoint("a" + seed);
      tagger
          .weights()
          .forEach(
              (name, values) -> {
                assertArrayEquals(values, checkpoint.optimizerState().get("average/" + name));
                assertFalse(Arrays.equals(values, checkpoint.weights().get(name)), name);
              });
      EvaluationResult scored = TaggerScorer.score(tagger, TRAIN);
      assertEquals(checkpoint.best().dev().tokenAccuracy(), scored.tokenAccuracy());
      assertEquals(checkpoint.best().dev().f1(), scored.overall().f1());
      TrainedTagger last =
          new TrainedTagger(tagger.network(), checkpoint.weights(), tagger.metadata());
      scoresDiffer |= scored.tokenAccuracy() != TaggerScorer.score(last, TRAIN).tokenAccuracy();
    }
    assertTrue(scoresDiffer, "the average scores as the last weights do, for every seed");
    // Averaging looks on: training itself goes the same way.
    train(config.optSeed(1).optAveraging(0).build(), "b");
    CheckpointTest.assertSame(checkpoint("b").weights(), checkpoint("a1").weights());
  }

  private void assertSameRun(String expected, String found) throws IOException {
    Checkpoint a = checkpoint(expected);
    Checkpoint b = checkpoint(found);
    CheckpointTest.assertSame(a.weights(), b.weights());
    CheckpointTest.assertSame(a.bestWeights(), b.bestWeights());
    CheckpointTest.assertSame(a.optimizerState(), b.optimizerState());
    assertEquals(a.optimizerSteps(), b.optimizerSteps());
    assertEquals(timeless(log(expected)), timeless(log(found)));
  }

  private static List<String> timeless(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll(",\"seconds.*", "")).toList();
  }

  /** A run that is stopped from outside. */
  static final class CutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    record After(int epoch) implements TrainingMonitor {
      @Override
      public void epochDone(EpochReport report) {
        if (report.epoch() == epoch) {
          throw new CutOff();
        }
      }
    }
  }

  @Test
  void refusesToDescribeATypeThatItDoesNotLearn() {
    TaggerTrainer trainer =
        new TaggerTrainer(config().build(), folder.resolve("run"), TrainingMonitor.SILENT);
    Map<String, String> facts = Map.of("type.geo", "places", "type.pers", "people");
    IOException e =
        assertThrows(
            IOException.class, () -> trainer.train(TrainingSources.of(TRAIN, TRAIN), TEXT, facts));
    assertEquals(
        "tiny.conll: found no entity of the type that the fact type.pers describes, expected one of"
            + " geo, per; name the type as the corpus does, after its type map if it has one",
        e.getMessage());
    assertFalse(Files.exists(folder.resolve("run/training.jsonl")));
  }

  @Test
  void resumeDropsLogLinesBeyondTheCheckpoint() throws IOException {
    train(config().build(), "whole");
    assertThrows(CutOff.class, () -> train(config().build(), "cut", new CutOff.After(2)));
    Path log = folder.resolve("cut/training.jsonl");
    Files.writeString(log, Files.readString(log) + log("whole").get(2) + "\n{\"epoch\":4,\"lo");
    resume(config().build(), "cut");
    assertSameRun("whole", "cut");
  }

  @Test
  void resumeRefusesOtherOptions() throws IOException {
    assertThrows(CutOff.class, () -> train(config().build(), "a", new CutOff.After(1)));
    assertResumeRefused(config().optSeed(7), "started with seed 1, not 7;");
    assertResumeRefused(config().optEpochs(9), "started with epochs 4, not 9;");
    assertResumeRefused(config().optHidden(9), "started with hidden 8, not 9;");
    TaggerTrainer same =
        new TaggerTrainer(config().build(), folder.resolve("a"), TrainingMonitor.SILENT);
    for (String[] other : new String[][] {{"de", "none"}, {"en", "CC0"}}) {
      IOException refusal =
          assertThrows(
              IOException.class,
              () ->
                  same.resume(
                      TrainingSources.of(TRAIN, TRAIN),
                      TextOptions.whitespace(other[0]),
                      other[1].equals("none") ? Map.of() : Map.of("training.licence", other[1])));
      assertTrue(refusal.getMessage().contains("; give the same options"), refusal.getMessage());
    }
    assertEquals(1, checkpoint("a").epoch());
  }

  private void assertResumeRefused(TrainingConfigBuilder other, String reason) {
    IOException refusal = assertThrows(IOException.class, () -> resume(other.build(), "a"));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @Test
  void resumeRefusesOtherData() throws IOException {
    assertThrows(CutOff.class, () -> train(config().build(), "a", new CutOff.After(1)));
    Corpus fewer = TRAIN.withSentences(TRAIN.sentences().subList(0, 31));
    TaggerTrainer trainer =
        new TaggerTrainer(config().build(), folder.resolve("a"), TrainingMonitor.SILENT);
    for (Corpus[] pair : new Corpus[][] {{fewer, TRAIN}, {TRAIN, fewer}}) {
      IOException refusal =
          assertThrows(
              IOException.class,
              () -> trainer.resume(TrainingSources.of(pair[0], pair[1]), TEXT, Map.of()));
      assertTrue(
          refusal.getMessage().contains("other training or dev sentences"), refusal.getMessage());
    }
  }

  @Test
  void resumeNeedsACheckpoint() {
    assertThrows(NoSuchFileException.class, () -> resume(config().build(), "nothing"));
    assertFalse(Files.exists(folder.resolve("nothing")));
  }

  @Test
  void stopsWhenPatienceEndsAndKeepsTheBest() throws IOException {
    // Rates so small that no score moves: the first epoch stays the best.
    TrainingConfig config =
        config()
            .optLearningRate(1e-12)
            .optTableLearningRate(1e-12)
            .optEpochs(9)
            .optPatience(2)
            .build();
    List<Map<String, float[]>> seen = new ArrayList<>();
    TrainedTagger tagger =
        train(
            config,
            "a",
            new TrainingMonitor() {
              @Override
              public void epochDone(EpochReport report) {
                try {
                  seen.add(checkpoint("a").weights());
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }
            });
    assertEquals(3, seen.size());
    assertEquals(3, checkpoint("a").epoch());
    assertEquals(1, checkpoint("a").best().epoch());
    assertEquals("1", tagger.metadata().facts().get("training.epoch"));
    CheckpointTest.assertSame(seen.get(0), tagger.weights());
    CheckpointTest.assertSame(seen.get(0), resume(config, "a").weights());
  }

  @Test
  void stopsAtALossThatIsNoNumber() throws IOException {
    // One step an epoch; the unbounded cell then multiplies 1e30 by 1e30.
    TrainingConfig config =
        config()
            .optCell(Cell.RNN_RELU)
            .optLearningRate(1e30)
            .optTableLearningRate(1e30)
            .optBatchSize(64)
            .build();
    List<byte[]> checkpoints = new ArrayList<>();
    Path file = folder.resolve("a").resolve(Checkpoint.FILE_NAME);
    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () ->
                train(
                    config,
                    "a",
                    new TrainingMonitor() {
                      @Override
                      public void epochDone(EpochReport report) {
                        try {
                          checkpoints.add(Files.readAllBytes(file));
                        } catch (IOException e) {
                          throw new AssertionError(e);
                        }
                      }
                    }));
    assertTrue(failure.getMessage().contains("not a number in epoch "), failure.getMessage());
    assertFalse(checkpoints.isEmpty());
    assertArrayEquals(checkpoints.get(checkpoints.size() - 1), Files.readAllBytes(file));
    assertEquals(checkpoints.size(), Checkpoint.read(file).epoch());
    assertEquals(checkpoints.size(), log("a").size());
  }

  @Test
  void logsEachEpochAsOneJsonObject() throws IOException {
    List<String> heard = new ArrayList<>();
    train(
        config().optEpochs(2).build(),
        "a",
        new TrainingMonitor() {
          @Override
          public void epochStarted(int epoch, int epochs, int batches) {
            heard.add("start %d/%d of %d".formatted(epoch, epochs, batches));
          }

          @Override
          public void stepDone(int tokens, double loss) {
            heard.add(tokens > 0 && loss > 0 ? "step" : "nothing");
          }

          @Override
          public void epochDone(EpochReport report) {
            heard.add("done " + report.epoch());
          }
        });
    assertEquals(
        "start 1/2 of 4, step, step, step, step, done 1,"
            + " start 2/2 of 4, step, step, step, step, done 2",
        String.join(", ", heard));
    List<String> log = log("a");
    assertEquals(2, log.size());
    for (int i = 0; i < 2; i++) {
      JsonObject line = JsonParser.parseString(log.get(i)).getAsJsonObject();
      assertEquals(
          List.of("epoch", "loss", "dev", "best", "seconds", "tokensPerSecond"),
          List.copyOf(line.keySet()));
      assertEquals(
          List.of("tokenAccuracy", "precision", "recall", "f1", "minScore"),
          List.copyOf(line.getAsJsonObject("dev").keySet()));
      assertEquals(i + 1, line.get("epoch").getAsInt());
      assertTrue(line.get("tokensPerSecond").getAsDouble() > 0);
    }
  }

  /** No dev set: nothing to stop or choose by. */
  @Test
  void keepsTheLastEpochWithoutDev() throws IOException {
    TrainingConfig config = config().optEpochs(3).optPatience(1).build();
    TrainingSources sources = TrainingSources.of(TRAIN, null);
    TaggerTrainer trainer = new TaggerTrainer(config, folder.resolve("a"), TrainingMonitor.SILENT);
    TrainedTagger tagger = trainer.train(sources, TEXT, Map.of());

    Checkpoint checkpoint = checkpoint("a");
    assertEquals(3, checkpoint.epoch());
    CheckpointTest.assertSame(checkpoint.weights(), tagger.weights());
    assertEquals("3", tagger.metadata().facts().get("training.epoch"));
    assertTrue(
        tagger.metadata().facts().keySet().stream().noneMatch(name -> name.startsWith("dev.")));
    assertEquals(0, tagger.metadata().minScore());
    for (String line : log("a")) {
      assertFalse(JsonParser.parseString(line).getAsJsonObject().has("dev"));
    }
    CheckpointTest.assertSame(tagger.weights(), trainer.resume(sources, TEXT, Map.of()).weights());

    TaggerTrainer cutOff =
        new TaggerTrainer(
            config,
            folder.resolve("c"),
            new TrainingMonitor() {
              @Override
              public void epochDone(EpochReport report) {
                throw new IllegalStateException("cut off");
              }
            });
    assertThrows(IllegalStateException.class, () -> cutOff.train(sources, TEXT, Map.of()));
    TaggerTrainer resumed = new TaggerTrainer(config, folder.resolve("c"), TrainingMonitor.SILENT);
    CheckpointTest.assertSame(tagger.weights(), resumed.resume(sources, TEXT, Map.of()).weights());

    // Nor does the dev set have a part in what is learned.
    train(config().optEpochs(3).optPatience(3).build(), "b");
    CheckpointTest.assertSame(checkpoint("b").weights(), tagger.weights());
  }

  @Test
  void reportsFromTheGivenScore() throws IOException {
    TrainedTagger scored = train(config().optMinScore(0.25).build(), "a");
    assertEquals(0.25, scored.metadata().minScore());
    assertEquals(0.25, checkpoint("a").best().dev().minScore());
    TrainedTagger unscored =
        new TaggerTrainer(
                config().optMinScore(0.25).build(), folder.resolve("b"), TrainingMonitor.SILENT)
            .train(TrainingSources.of(TRAIN, null), TEXT, Map.of());
    assertEquals(0.25, unscored.metadata().minScore());
  }

  @Test
  void refusesDevTypesThatTrainingLacks() {
    Corpus dev =
        new Corpus(
            "dev.conll",
            List.of(
                TRAIN.sentences().get(0),
                Sentence.of(List.of("May"), List.of(new Span("tim", 0, 1)), 42)),
            0);
    TaggerTrainer trainer =
        new TaggerTrainer(config().build(), folder.resolve("a"), TrainingMonitor.SILENT);
    CorpusException refusal =
        assertThrows(
            CorpusException.class,
            () -> trainer.train(TrainingSources.of(TRAIN, dev), TEXT, Map.of()));
    assertTrue(
        refusal.getMessage().startsWith("dev.conll:42: found entity type 'tim'; expected one of"),
        refusal.getMessage());
    assertFalse(Files.exists(folder.resolve("a")));
  }

  @Test
  void refusesTrainingWithoutEntities() {
    Corpus plain = new Corpus("a", List.of(new Sentence(List.of("x"), List.of())), 0);
    TaggerTrainer trainer =
        new TaggerTrainer(config().build(), folder.resolve("a"), TrainingMonitor.SILENT);
    CorpusException refusal =
        assertThrows(
            CorpusException.class,
            () -> trainer.train(TrainingSources.of(plain, TRAIN), TEXT, Map.of()));
    assertTrue(refusal.getMessage().startsWith("a: found no entity; "), refusal.getMessage());
  }

  /** IO labels join spans that touch, yet both are there to be found. */
  @ParameterizedTest
  @EnumSource(TagScheme.class)
  void scoresAgainstTheSpansOfTheCorpus(TagScheme scheme) throws IOException {
    List<Span> touching = List.of(new Span("geo", 0, 1), new Span("geo", 1, 2));
    Corpus dev =
        TRAIN.withSentences(List.of(new Sentence(List.of("Oslo", "Paris", "."), touching)));
    TrainingConfig config = config().optScheme(scheme).optEpochs(1).build();
    TrainedTagger tagger =
        new TaggerTrainer(config, folder.resolve("a"), TrainingMonitor.SILENT)
            .train(TrainingSources.of(TRAIN, dev), TEXT, Map.of());
    EvaluationResult result = TaggerScorer.score(tagger, dev);
    assertEquals(2, result.overall().support());
    assertEquals(
        tagger.metadata().facts().get("dev.token_accuracy"),
        String.format(Locale.ROOT, "%.4f", result.tokenAccuracy()));
    ModelExporter.export(tagger, dev, folder.resolve("a.onnx"));
    try (EntityTagger exported = EntityTagger.load(folder.resolve("a.onnx"))) {
      assertEquals(ModelEvaluation.of(exported, dev).result(), result);
    }
  }

  @Test
  void trainsIntoAFolderThatIsALink() throws IOException {
    Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    train(config().optEpochs(1).build(), "link");
    assertEquals(1, checkpoint("real").epoch());
  }

  /** Managers of a run are closed with it, after an exception too. */
  @Test
  void leavesNoManagerOpen() throws Exception {
    train(config().optEpochs(1).build(), "warm");
    Set<String> before = openResources();
    train(config().optEpochs(2).build(), "a");
    assertThrows(CutOff.class, () -> train(config().build(), "b", new CutOff.After(1)));
    resume(config().build(), "b");
    assertEquals(before, openResources());
  }

  /** What the engine's own manager, the parent of all, holds. */
  private static Set<String> openResources() throws ReflectiveOperationException {
    try (NDManager manager = SmallNetworks.manager()) {
      NDManager system = manager.getParentManager();
      var field = BaseNDManager.class.getDeclaredField("resources");
      field.setAccessible(true);
      Map<?, ?> resources = (Map<?, ?>) field.get(system);
      Map<String, Object> open = new TreeMap<>();
      resources.forEach((uid, resource) -> open.put(uid.toString(), resource));
      open.values().remove(manager);
      return Set.copyOf(open.keySet());
    }
  }
}
