package org.namespan.trainer.pretrained;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelMetadata;
import org.namespan.model.session.TaggerSession;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.Setting;
import org.namespan.trainer.config.Settings;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.network.part.WeightReader;

/**
 * A model file that a training begins from, of any precision: 8-bit and 16-bit weights are read as
 * the floats that they stand for. Immutable.
 *
 * @param name of the file, without its folder
 * @param sha256 of the file, in hexadecimal
 * @param network choices and sizes of the network
 * @param weights by name
 * @param metadata what the file says beside its graph
 */
public record PretrainedTagger(
    String name,
    String sha256,
    NetworkConfig network,
    Map<String, float[]> weights,
    ModelMetadata metadata) {

  private static final String ENGLISH = "/org/namespan/model/en/namespan-en.onnx";

  /** Makes the map unmodifiable. */
  public PretrainedTagger {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /**
   * Reads a model file.
   *
   * @throws ModelFormatException if it is no model, or its graph is none that this trainer writes
   * @throws IOException if there is no such file or it cannot be read
   */
  public static PretrainedTagger read(Path file) throws IOException {
    return read(ModelBytes.read(file), file.getFileName().toString());
  }

  /**
   * Reads the English model, artifact {@code org.namespan:namespan-model-en}.
   *
   * @throws IOException if the artifact is not on the class path
   */
  public static PretrainedTagger english() throws IOException {
    String name = ENGLISH.substring(ENGLISH.lastIndexOf('/') + 1);
    try (InputStream in = PretrainedTagger.class.getResourceAsStream(ENGLISH)) {
      if (in == null) {
        throw new FileNotFoundException(
            ENGLISH
                + ": not on the class path; add org.namespan:namespan-model-en, or give a model"
                + " file");
      }
      return read(new ModelBytes(in.readAllBytes(), name), name);
    }
  }

  private static PretrainedTagger read(ModelBytes model, String name) throws IOException {
    ModelMetadata metadata;
    // It checks that graph and metadata fit each other.
    try (TaggerSession session = TaggerSession.open(model.buffer(), model.source())) {
      metadata = session.metadata();
    }
    return model.read(
        graph -> {
          NetworkConfig network =
              new NetworkReader(graph, metadata.tokenFeatures(), metadata.tagSet().size()).config();
          return new PretrainedTagger(
              name,
              model.sha256(),
              network,
              network.spec().read(new WeightReader(graph), metadata),
              metadata);
        });
  }

  /** A configuration to learn on with, which a caller may change but for the network. */
  public TrainingConfigBuilder fineTuning() {
    return TrainingConfig.fineTuning(network, metadata.recipe(), metadata.tagSet().scheme());
  }

  /**
   * Requires that a configuration leaves the network as it is.
   *
   * @throws IllegalArgumentException naming the first setting that would be another
   */
  public void requireNetwork(TrainingConfig config) {
    requireNetwork(fineTuning().build(), config, name);
  }

  /**
   * Requires that settings leave a network as it is.
   *
   * @param own those of the network
   * @param name of its file, for the message
   */
  static void requireNetwork(TrainingConfig own, TrainingConfig asked, String name) {
    for (Setting setting : Settings.architecture()) {
      Object expected = setting.value().apply(own);
      Object found = setting.value().apply(asked);
      if (!found.equals(expected)) {
        throw otherNetwork(
            setting.option().map(Setting.Option::name).orElse(setting.name()),
            found,
            expected,
            name);
      }
    }
  }

  static IllegalArgumentException otherNetwork(
      String option, Object found, Object expected, String name) {
    return new IllegalArgumentException(
        option
            + " is "
            + found
            + ", but "
            + expected
            + " in "
            + name
            + ", whose network is trained on; leave it out");
  }

  /** Its entity types, in alphabetical order. */
  public Set<String> types() {
    return metadata.tagSet().types();
  }

  /** What a model tells of it that begins from it. */
  public Origin origin() {
    return new Origin(name, sha256, metadata.facts());
  }
}
