package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say where a training run is kept, and what its model says of itself. */
final class RunOptions {

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the run; created if missing.")
  private Path out;

  @Option(names = "--resume", description = "Go on from the checkpoint in the folder of the run.")
  private boolean resume;

  @Option(
      names = "--fact",
      paramLabel = "NAME=TEXT",
      description =
          "Something that the model file shall say of itself, training.licence=CC0 for example; may"
              + " be repeated, and replaces what the trainer would say under that name.")
  private Map<String, String> facts = new TreeMap<>();

  /** Folder of the run. */
  Path folder() {
    return out;
  }

  /** The model file that the run will write. */
  Path model() {
    return out.resolve("model.onnx");
  }

  /** Whether a run that was cut off goes on. */
  boolean isResumed() {
    return resume;
  }

  /** What was given for the model file. */
  Map<String, String> facts() {
    return facts;
  }

  /**
   * Refuses, before any work, a run that could not be written or would replace another.
   *
   * @param checkpointName file of its checkpoint in the folder
   */
  void requireRoom(String checkpointName) throws IOException {
    Outputs.requireRoomForRun(out, checkpointName, model(), resume);
  }
}
