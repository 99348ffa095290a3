package org.namespan.trainer.classifier.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.trainer.Version;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.evaluation.ClassThreshold;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.Optimization;
import org.namespan.trainer.io.FolderLock;
import org.namespan.trainer.network.ClassifierSpec;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.training.BatchSampler;
import org.namespan.trainer.training.CheckpointFile;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.EpochProgress;
import org.namespan.trainer.training.EpochTrainer;
import org.namespan.trainer.training.TrainingException;
import org.namespan.trainer.training.TrainingLog;
import org.namespan.trainer.training.TrainingState;

/**
 * Trains a text classifier: epochs over bucketed batches, dev scores and a checkpoint after each,
 * until the last epoch or until the dev score has not risen for {@link Optimization#patience}
 * epochs. The dev score is accuracy, or micro F1 where texts may have several classes. Without a
 * dev set all epochs are run and the last one is kept. On the CPU the same data, configuration and
 * number of threads give the same weights; so does a run that was cut off and resumed. One training
 * per instance at a time.
 */
public final class ClassifierTrainer {

  private static final String A_TRAINING = "a training";

  private final ClassifierConfig config;
  private final Optimization optimization;
  private final Device device;
  private final Path folder;
  private final ClassifierMonitor monitor;

  /**
   * A trainer.
   *
   * @param device that trains and scores each epoch
   * @param folder of the run: holds the checkpoint and {@code training.jsonl}; created if missing
   */
  public ClassifierTrainer(
      ClassifierConfig config, Device device, Path folder, ClassifierMonitor monitor) {
    this.config = config;
    this.optimization = config.training().optimization();
    this.device = device;
    this.folder = folder;
    this.monitor = monitor;
  }

  /**
   * Trains from the start.
   *
   * @param facts for the model file, {@code training.licence} for example; they replace the
   *     trainer's own of the same name
   * @return the classifier of the best epoch, or of the last one without a dev set
   * @throws IOException if a corpus does not fit, the folder cannot be written, or another training
   *     runs in it
   * @throws TrainingException if PyTorch does not start or has no such device, or the loss is no
   *     longer a number
   */
  public TrainedClassifier train(ClassifierSources sources, Map<String, String> facts)
      throws IOException {
    ClassifierData data = ClassifierData.prepare(sources, config);
    ClassifierMetadata metadata = metadata(sources, data, facts);
    // Where PyTorch does not start or lacks the device, nothing is written.
    Engines.pytorch(device);
    long seed = config.training().seed();
    Map<String, float[]> start =
        data.grown() == null ? data.network().spec().draw(seed) : data.grown().weights(seed);
    if (data.vectors() != null) {
      data.vectors().overlay(data.network().words().table(), start);
      monitor.vectorsFitted(data.vectors().coverage());
    }
    ClassifierCheckpoint fresh =
        new ClassifierCheckpoint(
            runOf(sources, facts, data),
            data.network(),
            metadata,
            0,
            null,
            TrainingState.start(start),
            start);
    Path log = folder.resolve(TrainingLog.FILE_NAME);
    return FolderLock.holding(
        folder, A_TRAINING, () -> run(fresh, data, sources.dev(), TrainingLog.create(log)));
  }

  /**
   * Goes on from the checkpoint in the folder; does nothing but return its classifier if the run
   * was complete. The checkpoint must agree with what is given here.
   *
   * @param facts as the run was started with
   * @return the classifier of the best epoch, or of the last one without a dev set
   * @throws IOException if there is no checkpoint, it is of other data or other options, or another
   *     training runs in the folder
   * @throws TrainingException if PyTorch does not start or has no such device, or the loss is no
   *     longer a number
   */
  public TrainedClassifier resume(ClassifierSources sources, Map<String, String> facts)
      throws IOException {
    Path file = folder.resolve(ClassifierCheckpoint.FILE_NAME);
    CheckpointFile.require(file, ClassifierCheckpoint.KIND);
    return FolderLock.holding(folder, A_TRAINING, () -> resume(file, sources, facts));
  }

  private TrainedClassifier resume(Path file, ClassifierSources sources, Map<String, String> facts)
      throws IOException {
    ClassifierCheckpoint checkpoint = ClassifierCheckpoint.read(file);
    ClassifierData data = ClassifierData.prepare(sources, config);
    checkpoint.run().requireSame(runOf(sources, facts, data), file);
    Engines.pytorch(device);
    Path log = folder.resolve(TrainingLog.FILE_NAME);
    return run(checkpoint, data, sources.dev(), TrainingLog.resume(log, checkpoint.epoch()));
  }

  private ClassifierRun runOf(
      ClassifierSources sources, Map<String, String> facts, ClassifierData data) {
    return new ClassifierRun(
        config,
        sources.language(),
        facts,
        data.fingerprint(),
        sources.from() == null ? null : sources.from().sha256());
  }

  /** What the model file is to say, but for what the best epoch adds. */
  private ClassifierMetadata metadata(
      ClassifierSources sources, ClassifierData data, Map<String, String> facts) {
    ClassifierSpec spec = data.network().spec();
    LabelledCorpus dev = sources.dev();
    Map<String, String> all = new TreeMap<>();
    all.put("language", sources.language());
    all.put("producer", "NameSpan " + Version.current());
    all.put("training.data", sources.train().name());
    all.put("training.texts", Integer.toString(data.train().size()));
    all.put("training.tokens", Integer.toString(data.tokens()));
    all.put("training.preset", config.training().preset());
    all.put("training.seed", Long.toString(config.training().seed()));
    if (dev != null) {
      all.put("dev.data", dev.name());
      all.put("dev.texts", Integer.toString(dev.texts().size()));
    }
    all.put("network", spec.describe());
    all.put("network.parameters", Long.toString(spec.parameterCount()));
    if (sources.from() != null) {
      sources.from().origin().putFacts(all);
    }
    all.putAll(facts);
    return new ClassifierMetadata(
        data.classes(),
        config.activation(),
        config.severalClasses()
            ? Collections.nCopies(data.classes().size(), ClassThreshold.USUAL)
            : List.of(),
        ScoreCalibration.NONE,
        config.cleaning(),
        data.recipe(),
        data.vocabulary(),
        sources.textModels(),
        all);
  }

  private TrainedClassifier run(
      ClassifierCheckpoint from, ClassifierData data, @Nullable LabelledCorpus dev, TrainingLog log)
      throws IOException {
    ClassifierSpec spec = from.network().spec();
    ClassifierCheckpoint checkpoint = from;
    try (NDManager manager = Engines.pytorch().newBaseManager(device)) {
      EngineNetwork network =
          EngineNetwork.of(
              spec,
              (float) optimization.dropout(),
              optimization.variational(),
              from.state().weights(),
              manager);
      EpochTrainer trainer =
          new EpochTrainer(
              manager,
              network,
              data.grown() == null ? Set.of() : spec.encoder().weightNames(),
              spec.head().loss(optimization.labelSmoothing()),
              optimization,
              from.state(),
              monitor);
      if (optimization.freezeVectors() && data.vectors() != null) {
        data.vectors().freeze(from.network().words().table(), network);
      }
      BatchSampler sampler = new BatchSampler(data.train(), data.singleton(), config.training());
      while (!finished(checkpoint)) {
        int epoch = checkpoint.epoch() + 1;
        long seed = config.training().seed() * 1000 + epoch;
        EpochProgress progress = trainer.train(epoch, seed, sampler.epoch(seed));
        TrainingState state = trainer.state();
        Map<String, float[]> kept = trainer.keptWeights();
        network.setWeights(kept);
        ClassDevScores scores =
            dev == null
                ? null
                : ClassDevScores.of(
                    new NetworkClassifier(network, manager).logits(data.dev()),
                    dev,
                    data.classes(),
                    config.activation());
        network.setWeights(state.weights());
        boolean best = isBest(scores, checkpoint);
        ClassifierEpoch report =
            new ClassifierEpoch(
                epoch,
                progress.loss(),
                scores,
                best,
                progress.seconds(),
                progress.tokensPerSecond());
        checkpoint =
            new ClassifierCheckpoint(
                from.run(),
                from.network(),
                from.metadata(),
                epoch,
                best ? report : checkpoint.best(),
                state,
                best ? kept : checkpoint.bestWeights());
        // In this order: resuming drops log lines beyond the checkpoint, but cannot make one up.
        log.add(report);
        checkpoint.write(folder.resolve(ClassifierCheckpoint.FILE_NAME));
        monitor.epochDone(report);
      }
    }
    return checkpoint.bestClassifier();
  }

  private boolean isBest(@Nullable ClassDevScores scores, ClassifierCheckpoint checkpoint) {
    ClassDevScores highest = checkpoint.best() == null ? null : checkpoint.best().dev();
    return scores == null
        || highest == null
        || scores.measure(config.activation()) > highest.measure(config.activation());
  }

  private boolean finished(ClassifierCheckpoint checkpoint) {
    return checkpoint.epoch() >= optimization.epochs()
        || (checkpoint.best() != null
            && checkpoint.epoch() - checkpoint.best().epoch() >= optimization.patience());
  }
}
