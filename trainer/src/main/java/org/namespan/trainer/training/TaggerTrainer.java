package org.namespan.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.config.Optimization;
import org.namespan.trainer.config.TaggerConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TransformerConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.io.FolderLock;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.TaggerSpec;
import org.namespan.trainer.network.transformer.PretrainedEncoder;
import org.namespan.trainer.pretrained.GrownTagger;
import org.namespan.trainer.text.TextOptions;

/**
 * Trains a tagger: epochs over bucketed batches, dev scores and a checkpoint after each, until the
 * last epoch or until dev F1 has not risen for {@link Optimization#patience} epochs. Without a dev
 * set all epochs are run and the last one is kept. On the CPU the same data, configuration and
 * number of threads give the same weights; so does a run that was cut off and resumed. The device
 * is no part of the configuration: a run may go on on another one, where sums are rounded otherwise
 * and dropout draws other numbers, so its weights are as good but not the same. One training per
 * instance at a time.
 */
public final class TaggerTrainer {

  private static final String A_TRAINING = "a training";

  private final TrainingConfig config;
  private final Optimization optimization;
  private final Device device;
  private final Path folder;
  private final TrainingMonitor monitor;

  /**
   * A trainer on the CPU.
   *
   * @param folder of the run: holds the checkpoint and {@code training.jsonl}; created if missing
   */
  public TaggerTrainer(TrainingConfig config, Path folder, TrainingMonitor monitor) {
    this(config, Device.cpu(), folder, monitor);
  }

  /**
   * A trainer.
   *
   * @param device that trains and scores each epoch
   * @param folder of the run: holds the checkpoint and {@code training.jsonl}; created if missing
   */
  public TaggerTrainer(TrainingConfig config, Device device, Path folder, TrainingMonitor monitor) {
    this.config = config;
    this.optimization = config.optimization();
    this.device = device;
    this.folder = folder;
    this.monitor = monitor;
  }

  /**
   * Trains from the start.
   *
   * @param text how the model is to split text; where training begins from a tagger, the model
   *     splits text as that does, and this is not looked at
   * @param facts for the model file, {@code training.licence} for example; they replace the
   *     trainer's own of the same name, such as {@code training.data}. The one named {@code
   *     type.per} says in words what the entity type {@code per} means.
   * @return the tagger of the best epoch, or of the last one without a dev set
   * @throws IOException if a corpus does not fit, a fact describes a type that the training part
   *     does not hold, the folder cannot be written, or another training runs in it
   * @throws IllegalArgumentException if training begins from a tagger and the configuration is of
   *     another network
   * @throws TrainingException if PyTorch does not start or has no such device, or the loss is no
   *     longer a number
   */
  public TrainedTagger train(TrainingSources sources, TextOptions text, Map<String, String> facts)
      throws IOException {
    TrainingData data = TrainingData.prepare(sources, config);
    requireTypes(facts, sources.train().name(), data.tagSet());
    TaggerConfig network = data.network();
    TaggerSpec spec = network.spec();
    ModelMetadata metadata = metadata(sources, data, text, facts);
    // Where PyTorch does not start or lacks the device, nothing is written.
    Engines.pytorch(device);
    Map<String, float[]> start = spec.draw(config.seed());
    if (sources.encoder() != null) {
      start.putAll(sources.encoder().weights());
    }
    if (data.grown() != null) {
      start.putAll(data.grown().weights());
    }
    if (data.vectors() != null && spec instanceof NetworkSpec own) {
      data.vectors().overlay(own.words().table(), start);
      monitor.vectorsFitted(data.vectors().coverage());
    }
    TrainingRun run = new TrainingRun(config, text, facts, data.fingerprint(), fromSha256(sources));
    Checkpoint fresh = new Checkpoint(run, network, metadata, 0, null, 0, start, start, Map.of());
    return FolderLock.holding(
        folder,
        A_TRAINING,
        () ->
            run(
                fresh,
                data,
                scored(sources, data),
                TrainingLog.create(folder.resolve(TrainingLog.FILE_NAME))));
  }

  /**
   * Goes on from the checkpoint in the folder; does nothing but return its tagger if the run was
   * complete. The run record of the checkpoint must agree with what is given here.
   *
   * @param text as the run was started with
   * @param facts as the run was started with
   * @return the tagger of the best epoch, or of the last one without a dev set
   * @throws IOException if there is no checkpoint, it is of other data or other options, or another
   *     training runs in the folder
   * @throws TrainingException if PyTorch does not start or has no such device, or the loss is no
   *     longer a number
   */
  public TrainedTagger resume(TrainingSources sources, TextOptions text, Map<String, String> facts)
      throws IOException {
    Path file = folder.resolve(Checkpoint.FILE_NAME);
    CheckpointFile.require(file, Checkpoint.KIND);
    return FolderLock.holding(folder, A_TRAINING, () -> resume(file, sources, text, facts));
  }

  private TrainedTagger resume(
      Path file, TrainingSources sources, TextOptions text, Map<String, String> facts)
      throws IOException {
    Checkpoint checkpoint = Checkpoint.read(file);
    checkpoint.run().requireOptions(config, text, facts, file);
    requireEncoder(checkpoint, sources.encoder(), file);
    checkpoint.run().requireFrom(fromSha256(sources), file);
    TrainingData data = TrainingData.prepare(sources, config);
    checkpoint.run().requireData(data.fingerprint(), file);
    Engines.pytorch(device);
    Path log = folder.resolve(TrainingLog.FILE_NAME);
    return run(
        checkpoint, data, scored(sources, data), TrainingLog.resume(log, checkpoint.epoch()));
  }

  private static @Nullable String fromSha256(TrainingSources sources) {
    return sources.from() == null ? null : sources.from().sha256();
  }

  /** The dev sentences, with types open that they are not annotated with. */
  private static @Nullable Corpus scored(TrainingSources sources, TrainingData data) {
    Corpus dev = sources.dev();
    return dev == null || data.grown() == null
        ? dev
        : data.grown().withOpenTypes(dev, sources.train().types());
  }

  /** What the model file is to say, but for what the best epoch adds. */
  private ModelMetadata metadata(
      TrainingSources sources, TrainingData data, TextOptions text, Map<String, String> facts)
      throws IOException {
    GrownTagger grown = data.grown();
    Map<String, String> allFacts =
        RunFacts.of(sources, config, text.language(), data.network().spec());
    if (grown != null) {
      RunFacts.putFrom(grown, allFacts);
    }
    allFacts.putAll(facts);
    TextModels textModels =
        grown == null ? text.models(sources.train()) : grown.from().metadata().textModels();
    ModelMetadata metadata =
        new ModelMetadata(
            data.tagSet(), data.features().recipe(), data.vocabulary(), textModels, allFacts);
    if (grown == null) {
      return metadata;
    }
    ModelMetadata before = grown.from().metadata();
    // It fits new types too, and kept ones better than none would: docs/fine-tuning.md.
    return metadata
        .withMinScore(before.minScore())
        .withCalibration(config.dropTypes() ? ScoreCalibration.NONE : before.calibration());
  }

  /** Requires that each type that is described is one of the model. */
  private static void requireTypes(Map<String, String> facts, String corpus, TagSet tagSet)
      throws IOException {
    for (String name : facts.keySet()) {
      if (name.startsWith(ModelMetadata.TYPE_FACT)
          && !tagSet.types().contains(name.substring(ModelMetadata.TYPE_FACT.length()))) {
        throw new IOException(
            corpus
                + ": found no entity of the type that the fact "
                + name
                + " describes, expected one of "
                + String.join(", ", tagSet.types())
                + "; name the type as the corpus does, after its type map if it has one");
      }
    }
  }

  /** Requires that a run to resume is given the encoder that it was started with. */
  private static void requireEncoder(
      Checkpoint checkpoint, @Nullable PretrainedEncoder encoder, Path file) throws IOException {
    String started =
        checkpoint.network() instanceof TransformerConfig config ? config.sha256() : "none";
    String given = encoder == null ? "none" : encoder.sha256();
    if (!started.equals(given)) {
      throw new IOException(
          file
              + ": the run was started with the encoder of SHA-256 "
              + started
              + ", not "
              + given
              + "; give the same file, or start anew in another folder");
    }
  }

  private TrainedTagger run(
      Checkpoint from, TrainingData data, @Nullable Corpus dev, TrainingLog log)
      throws IOException {
    TaggerSpec spec = from.network().spec();
    Checkpoint checkpoint = from;
    try (NDManager manager = Engines.pytorch().newBaseManager(device)) {
      EngineNetwork network =
          EngineNetwork.of(
              spec,
              (float) optimization.dropout(),
              optimization.variational(),
              from.weights(),
              manager);
      EpochTrainer trainer =
          new EpochTrainer(
              manager,
              network,
              data.grown() == null ? spec.pretrained() : data.grown().recurrentWeights(),
              spec.head().loss(data.tagSet(), network.arrays(), optimization.labelSmoothing()),
              optimization,
              new TrainingState(from.optimizerSteps(), from.weights(), from.optimizerState()),
              monitor);
      if (optimization.freezeVectors()
          && data.vectors() != null
          && spec instanceof NetworkSpec own) {
        data.vectors().freeze(own.words().table(), network);
      }
      BatchSampler sampler = new BatchSampler(data.train(), data.singleton(), config);
      while (!finished(checkpoint)) {
        int epoch = checkpoint.epoch() + 1;
        EpochProgress progress =
            trainer.train(epoch, epochSeed(epoch), sampler.epoch(epochSeed(epoch)));
        TrainingState state = trainer.state();
        Map<String, float[]> kept = trainer.keptWeights();
        network.setWeights(kept);
        DevScores scores =
            dev == null
                ? null
                : DevScores.of(
                    network,
                    manager,
                    data.dev(),
                    dev,
                    data.tagSet(),
                    spec.head().transitionScores(network.arrays()),
                    config.minScore());
        network.setWeights(state.weights());
        DevScores highest = checkpoint.best() == null ? null : checkpoint.best().dev();
        boolean best = scores == null || highest == null || scores.f1() > highest.f1();
        EpochReport report =
            new EpochReport(
                epoch,
                progress.loss(),
                scores,
                best,
                progress.seconds(),
                progress.tokensPerSecond());
        checkpoint =
            new Checkpoint(
                from.run(),
                from.network(),
                from.metadata(),
                epoch,
                best ? report : checkpoint.best(),
                state.optimizerSteps(),
                state.weights(),
                best ? kept : checkpoint.bestWeights(),
                state.optimizerState());
        // In this order: resuming drops log lines beyond the checkpoint, but cannot make one up.
        log.add(report);
        checkpoint.write(folder.resolve(Checkpoint.FILE_NAME));
        monitor.epochDone(report);
      }
    }
    return checkpoint.bestTagger();
  }

  private boolean finished(Checkpoint checkpoint) {
    return checkpoint.epoch() >= optimization.epochs()
        || (checkpoint.best() != null
            && checkpoint.epoch() - checkpoint.best().epoch() >= optimization.patience());
  }

  private long epochSeed(int epoch) {
    return config.seed() * 1000 + epoch;
  }
}
