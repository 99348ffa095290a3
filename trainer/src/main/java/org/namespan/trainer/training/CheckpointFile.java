package org.namespan.trainer.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.io.AtomicFile;

/**
 * The file of a checkpoint, whatever is trained: a safetensors file of weights and optimizer state,
 * with texts and a digest over all of it.
 *
 * @param state where training stands
 * @param bestWeights after the best epoch, by name
 * @param texts what else there is, by name
 */
public record CheckpointFile(
    TrainingState state, Map<String, float[]> bestWeights, SortedMap<String, String> texts) {

  private static final String DIGEST = "sha256";
  private static final String STEPS = "steps";
  private static final String WEIGHTS = "weights/";
  private static final String BEST = "best/";
  private static final String OPTIMIZER = "adam/";

  /**
   * Which files are meant.
   *
   * @param versionKey name of the text that holds their version
   * @param versions that are read, the newest first
   * @param command that writes them
   */
  public record Kind(String versionKey, List<String> versions, String command) {}

  /** Writes to {@code file} whole or not at all. */
  public void write(Path file) throws IOException {
    SortedMap<String, float[]> tensors = new TreeMap<>();
    state.weights().forEach((name, values) -> tensors.put(WEIGHTS + name, values));
    bestWeights.forEach((name, values) -> tensors.put(BEST + name, values));
    state.optimizerState().forEach((name, values) -> tensors.put(OPTIMIZER + name, values));
    SortedMap<String, String> all = new TreeMap<>(texts);
    all.put(STEPS, Long.toString(state.optimizerSteps()));
    Safetensors content = new Safetensors(tensors, all);
    all.put(DIGEST, content.sha256());
    AtomicFile.write(file, content::write);
  }

  /** Requires that there is a checkpoint. */
  public static void require(Path file, Kind kind) throws NoSuchFileException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          "no checkpoint; '" + kind.command() + "' writes one after each epoch");
    }
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if there is none, or the file is truncated, damaged or something else
   */
  public static CheckpointFile read(Path file, Kind kind) throws IOException {
    require(file, kind);
    Safetensors content = Safetensors.read(file);
    SortedMap<String, String> texts = content.metadata();
    String version = texts.get(kind.versionKey());
    if (version == null) {
      throw notOne(file, kind, null);
    }
    if (!kind.versions().contains(version)) {
      throw new IOException(
          file
              + ": checkpoint version "
              + ControlCharacters.escape(version)
              + ", expected "
              + kind.versions().get(0)
              + "; train anew, or use the NameSpan that wrote it");
    }
    String expected = texts.remove(DIGEST);
    String found = content.sha256();
    if (!found.equals(expected)) {
      throw new IOException(
          file
              + ": damaged: found SHA-256 "
              + found
              + ", expected "
              + expected
              + "; train anew or take another copy");
    }
    try {
      TrainingState state =
          new TrainingState(
              Long.parseLong(String.valueOf(texts.get(STEPS))),
              part(content.tensors(), WEIGHTS),
              part(content.tensors(), OPTIMIZER));
      return new CheckpointFile(state, part(content.tensors(), BEST), texts);
    } catch (NumberFormatException e) {
      throw notOne(file, kind, e);
    }
  }

  /** What a file is refused with that is no such checkpoint. */
  public static IOException notOne(Path file, Kind kind, @Nullable Exception cause) {
    return new IOException(file + ": not a checkpoint of '" + kind.command() + "'", cause);
  }

  private static Map<String, float[]> part(SortedMap<String, float[]> tensors, String prefix) {
    Map<String, float[]> part = new TreeMap<>();
    tensors
        .tailMap(prefix)
        .forEach(
            (name, values) -> {
              if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), values);
              }
            });
    return part;
  }
}
