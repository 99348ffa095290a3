package org.namespan.trainer.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TaggerConfig;
import org.namespan.trainer.config.TransformerConfig;

/**
 * Where a training run stands after an epoch: all that going on from there, or exporting the best
 * epoch, needs. Kept as one safetensors file.
 *
 * @param run what the run was started with
 * @param network choices and sizes of the network
 * @param metadata of the model, without what the best epoch gives it
 * @param epoch epochs done
 * @param best report of the best epoch so far; of the last one where there is no dev set
 * @param optimizerSteps steps done
 * @param weights after the last epoch
 * @param bestWeights after the best epoch
 * @param optimizerState moments of Adam
 */
public record Checkpoint(
    TrainingRun run,
    TaggerConfig network,
    ModelMetadata metadata,
    int epoch,
    @Nullable EpochReport best,
    long optimizerSteps,
    Map<String, float[]> weights,
    Map<String, float[]> bestWeights,
    Map<String, float[]> optimizerState) {

  /** Name of the checkpoint in the folder of a run. */
  public static final String FILE_NAME = "checkpoint.safetensors";

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final String VERSION = "3";
  private static final String NETWORK = "network";
  private static final String TRANSFORMER = "transformer";
  static final CheckpointFile.Kind KIND =
      new CheckpointFile.Kind(
          "checkpoint", List.of(VERSION, CheckpointVersion2.VERSION), "namespan train");

  /** Writes to {@code file} whole or not at all. */
  public void write(Path file) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>(MetadataCodec.toEntries(metadata));
    texts.put(KIND.versionKey(), VERSION);
    texts.put("run", GSON.toJson(run));
    texts.put(network instanceof TransformerConfig ? TRANSFORMER : NETWORK, GSON.toJson(network));
    texts.put("epoch", Integer.toString(epoch));
    texts.put("best", GSON.toJson(best));
    TrainingState state = new TrainingState(optimizerSteps, weights, optimizerState);
    new CheckpointFile(state, bestWeights, texts).write(file);
  }

  /** Whether a path is the folder of a run: it holds a checkpoint. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE_NAME));
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if there is none, or the file is truncated, damaged or something else
   */
  public static Checkpoint read(Path file) throws IOException {
    CheckpointFile content = CheckpointFile.read(file, KIND);
    Map<String, String> texts = content.texts();
    try {
      ModelMetadata metadata = MetadataCodec.fromEntries(texts, file.toString());
      TrainingRun run =
          VERSION.equals(texts.get(KIND.versionKey()))
              ? GSON.fromJson(texts.get("run"), TrainingRun.class)
              : CheckpointVersion2.run(texts, metadata, GSON);
      Objects.requireNonNull(run.config());
      Objects.requireNonNull(run.text());
      TaggerConfig network =
          texts.containsKey(TRANSFORMER)
              ? GSON.fromJson(texts.get(TRANSFORMER), TransformerConfig.class)
              : GSON.fromJson(texts.get(NETWORK), NetworkConfig.class);
      return new Checkpoint(
          run,
          Objects.requireNonNull(network),
          metadata,
          Integer.parseInt(texts.get("epoch")),
          GSON.fromJson(texts.get("best"), EpochReport.class),
          content.state().optimizerSteps(),
          content.state().weights(),
          content.bestWeights(),
          content.state().optimizerState());
    } catch (RuntimeException e) {
      // Gson has half a dozen exceptions for JSON that is not what is asked of it.
      throw CheckpointFile.notOne(file, KIND, e);
    }
  }

  /**
   * The tagger of the best epoch; of the last one where there is no dev set.
   *
   * @throws IllegalStateException if no epoch was trained
   */
  public TrainedTagger bestTagger() {
    if (best == null) {
      throw new IllegalStateException("found a run before its first epoch, expected one trained");
    }
    ModelMetadata decoded = network.spec().head().withDecoder(metadata, bestWeights);
    DevScores dev = best.dev();
    TrainedTagger tagger =
        new TrainedTagger(
                network, bestWeights, dev == null ? withoutDev(decoded) : dev.withDecoder(decoded))
            .withFacts(Map.of("training.epoch", Integer.toString(best.epoch())));
    return dev == null
        ? tagger
        : tagger.withFacts(
            TrainedTagger.scoreFacts(
                "dev", dev.tokenAccuracy(), dev.precision(), dev.recall(), dev.f1()));
  }

  private ModelMetadata withoutDev(ModelMetadata metadata) {
    Double minScore = run.config().minScore();
    return minScore == null ? metadata : metadata.withMinScore(minScore);
  }
}
