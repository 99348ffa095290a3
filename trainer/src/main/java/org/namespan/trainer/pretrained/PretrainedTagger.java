package org.namespan.trainer.pretrained;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
import org.namespan.trainer.io.InputFile;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxWeights;

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
    InputFile input =
        new InputFile(
            file,
            "a model file (.onnx)",
            (path, line, found, expected, remedy) ->
                new ModelFormatException(path + ": " + found + ", " + expected + "; " + remedy));
    try (InputStream in = input.open()) {
      return read(in.readAllBytes(), file.getFileName().toString(), file.toString());
    }
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
      return read(in.readAllBytes(), name, name);
    }
  }

  private static PretrainedTagger read(byte[] bytes, String name, String source)
      throws IOException {
    ModelMetadata metadata;
    // It checks that graph and metadata fit each other.
    try (TaggerSession session = TaggerSession.open(ByteBuffer.wrap(bytes), source)) {
      metadata = session.metadata();
    }
    try {
      OnnxWeights graph = OnnxWeights.read(new ByteArrayInputStream(bytes));
      NetworkConfig network = new NetworkReader(graph, metadata).config();
      return new PretrainedTagger(
          name,
          new Sha256().add(ByteBuffer.wrap(bytes)).hex(),
          network,
          network.spec().read(new WeightReader(graph), metadata),
          metadata);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFormatException(
          source
              + ": "
              + e.getMessage()
              + ", in a graph that training cannot begin from; expected one that 'namespan train'"
              + " or 'namespan export' wrote",
          e);
    }
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
    TrainingConfig own = fineTuning().build();
    for (Setting setting : Settings.architecture()) {
      Object expected = setting.value().apply(own);
      Object found = setting.value().apply(config);
      if (!found.equals(expected)) {
        throw new IllegalArgumentException(
            setting.option().map(Setting.Option::name).orElse(setting.name())
                + " is "
                + found
                + ", but "
                + expected
                + " in "
                + name
                + ", whose network is trained on; leave it out");
      }
    }
  }

  /** Its entity types, in alphabetical order. */
  public Set<String> types() {
    return metadata.tagSet().types();
  }
}
