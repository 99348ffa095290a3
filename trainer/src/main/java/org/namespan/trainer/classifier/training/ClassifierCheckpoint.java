package org.namespan.trainer.classifier.training;

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
import org.namespan.model.ClassifierCodec;
import org.namespan.model.ClassifierMetadata;
import org.namespan.trainer.config.ClassifierNetworkConfig;
import org.namespan.trainer.training.CheckpointFile;
import org.namespan.trainer.training.TrainingState;

/**
 * Where the training of a classifier stands after an epoch: all that going on from there, or
 * exporting the best epoch, needs. Kept as one safetensors file.
 *
 * @param run what the run was started with
 * @param network choices and sizes of the network
 * @param metadata of the model, without what the best epoch gives it
 * @param epoch epochs done
 * @param best report of the best epoch so far; of the last one where there is no dev set
 * @param state of weights and optimizer after the last epoch
 * @param bestWeights after the best epoch
 */
public record ClassifierCheckpoint(
    ClassifierRun run,
    ClassifierNetworkConfig network,
    ClassifierMetadata metadata,
    int epoch,
    @Nullable ClassifierEpoch best,
    TrainingState state,
    Map<String, float[]> bestWeights) {

  /** Name of the checkpoint in the folder of a run. */
  public static final String FILE_NAME = "classifier.safetensors";

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  static final CheckpointFile.Kind KIND =
      new CheckpointFile.Kind("classifier-checkpoint", List.of("2"), "namespan classifier train");

  /** Whether a path is the folder of a classifier's run: it holds a checkpoint. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE_NAME));
  }

  /** Writes to {@code file} whole or not at all. */
  public void write(Path file) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>(ClassifierCodec.toEntries(metadata));
    texts.put(KIND.versionKey(), KIND.versions().get(0));
    texts.put("run", GSON.toJson(run));
    texts.put("network", GSON.toJson(network));
    texts.put("epoch", Integer.toString(epoch));
    texts.put("best", GSON.toJson(best));
    new CheckpointFile(state, bestWeights, texts).write(file);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if there is none, or the file is truncated, damaged or something else
   */
  public static ClassifierCheckpoint read(Path file) throws IOException {
    CheckpointFile content = CheckpointFile.read(file, KIND);
    Map<String, String> texts = content.texts();
    try {
      return new ClassifierCheckpoint(
          Objects.requireNonNull(GSON.fromJson(texts.get("run"), ClassifierRun.class)),
          Objects.requireNonNull(
              GSON.fromJson(texts.get("network"), ClassifierNetworkConfig.class)),
          ClassifierCodec.fromEntries(texts, file.toString()),
          Integer.parseInt(String.valueOf(texts.get("epoch"))),
          GSON.fromJson(texts.get("best"), ClassifierEpoch.class),
          content.state(),
          content.bestWeights());
    } catch (RuntimeException e) {
      // Gson has half a dozen exceptions for JSON that is not what is asked of it.
      throw CheckpointFile.notOne(file, KIND, e);
    }
  }

  /**
   * The classifier of the best epoch; of the last one where there is no dev set. Its scores are
   * calibrated on the dev set.
   *
   * @throws IllegalStateException if no epoch was trained
   */
  public TrainedClassifier bestClassifier() {
    if (best == null) {
      throw new IllegalStateException("found a run before its first epoch, expected one trained");
    }
    ClassDevScores dev = best.dev();
    TrainedClassifier classifier =
        new TrainedClassifier(
                network,
                bestWeights,
                dev == null ? metadata : metadata.withDecoder(dev.calibration(), dev.thresholds()))
            .withFacts(Map.of("training.epoch", Integer.toString(best.epoch())));
    return dev == null ? classifier : classifier.withFacts(TrainedClassifier.scoreFacts(dev));
  }
}
