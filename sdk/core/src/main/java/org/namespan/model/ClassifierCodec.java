package org.namespan.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.namespan.ModelFormatException;
import org.namespan.model.decode.Activation;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.text.CleaningStep;
import org.namespan.model.text.TextModels;

/**
 * Writes the {@link ClassifierMetadata} of a text classifier as the {@code metadata_props} of an
 * ONNX file, and reads it, as {@link MetadataCodec} does with a tagger's.
 */
public final class ClassifierCodec {

  private static final MetadataKey<List<String>> CLASSES =
      MetadataKey.since(5, "classes", "classes", EntryType.CLASSES);

  private static final MetadataKey<Activation> ACTIVATION =
      MetadataKey.since(
          5,
          "an activation",
          "activation",
          new EntryType.Choice<Activation>()
              .or(Activation.SOFTMAX, Activation.SOFTMAX.id())
              .or(Activation.SIGMOID, Activation.SIGMOID.id()));

  /** Absent with softmax. */
  private static final MetadataKey<float[]> THRESHOLDS =
      MetadataKey.since(5, "thresholds", "thresholds", EntryType.FLOATS);

  /** Absent where texts are read as they are. */
  private static final MetadataKey<List<CleaningStep>> CLEANING =
      MetadataKey.since(5, "cleaning steps", "cleaning", new CleaningSteps());

  private ClassifierCodec() {}

  /** The entries of a model as they stand in the file, sorted by key. */
  public static Map<String, String> toEntries(ClassifierMetadata metadata) {
    EntryWriter writer = new EntryWriter();
    writer.put(CLASSES, metadata.classes());
    writer.put(ACTIVATION, metadata.activation());
    if (metadata.activation() == Activation.SIGMOID) {
      float[] thresholds = new float[metadata.thresholds().size()];
      for (int i = 0; i < thresholds.length; i++) {
        thresholds[i] = metadata.thresholds().get(i);
      }
      writer.put(THRESHOLDS, thresholds);
    }
    SharedEntries.putCalibration(metadata.calibration(), writer);
    if (!metadata.cleaning().isEmpty()) {
      writer.put(CLEANING, metadata.cleaning());
    }
    SharedEntries.put(ModelTask.CLASSIFY, metadata, writer);
    return SharedEntries.finish(writer);
  }

  /**
   * Reads entries as {@link #toEntries} gives them.
   *
   * @param source names the file in messages
   * @throws ModelFormatException if they are missing, of a later version, of another task, or do
   *     not fit together
   */
  public static ClassifierMetadata fromEntries(Map<String, String> entries, String source)
      throws ModelFormatException {
    return fromBytes(SharedEntries.utf8(entries), source);
  }

  /**
   * Reads the entries of a file as they stand there.
   *
   * @param entries values in UTF-8
   * @param source names the file in messages
   * @throws ModelFormatException if they are missing, of a later version, of another task, or do
   *     not fit together
   */
  public static ClassifierMetadata fromBytes(Map<String, byte[]> entries, String source)
      throws ModelFormatException {
    EntryReader reader = SharedEntries.open(entries, source, ModelTask.CLASSIFY);
    try {
      return readEntries(reader);
    } catch (IllegalArgumentException e) {
      throw reader.refused(e);
    }
  }

  private static ClassifierMetadata readEntries(EntryReader reader) throws ModelFormatException {
    Activation activation = reader.require(ACTIVATION);
    List<CleaningStep> cleaning = reader.get(CLEANING, Collections.emptyList());
    FeatureRecipe recipe = SharedEntries.recipe(reader);
    List<String> vocabulary = SharedEntries.vocabulary(reader);
    TextModels textModels = SharedEntries.textModels(reader);
    ScoreCalibration calibration = SharedEntries.calibration(false, reader);
    Map<String, String> facts = SharedEntries.facts(reader);
    List<String> classes = reader.require(CLASSES);
    List<Float> thresholds = new ArrayList<>();
    if (activation == Activation.SIGMOID) {
      for (float threshold : reader.require(THRESHOLDS)) {
        thresholds.add(threshold);
      }
    }
    return new ClassifierMetadata(
        classes,
        activation,
        thresholds,
        calibration,
        cleaning,
        recipe,
        vocabulary,
        textModels,
        facts);
  }

  /** Cleaning steps by their ids. It stands here, so that an app that only tags is without it. */
  private static final class CleaningSteps extends EntryType<List<CleaningStep>> {

    private final EntryType.Choice<CleaningStep> step = new EntryType.Choice<>();

    CleaningSteps() {
      for (CleaningStep each : CleaningStep.values()) {
        step.or(each, each.id());
      }
    }

    @Override
    String write(List<CleaningStep> value) {
      List<String> ids = new ArrayList<>();
      for (CleaningStep each : value) {
        ids.add(each.id());
      }
      return NAMES.write(ids);
    }

    @Override
    List<CleaningStep> read(byte[] utf8) {
      List<CleaningStep> steps = new ArrayList<>();
      for (String id : NAMES.read(utf8)) {
        steps.add(step.read(id.getBytes(StandardCharsets.UTF_8)));
      }
      return steps;
    }
  }
}
