package org.namespan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.namespan.ModelFormatException;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

/**
 * Writes the {@link ModelMetadata} of a tagger as the {@code metadata_props} of an ONNX file, and
 * reads it: one entry per key of a table. A model is written in the lowest format version that can
 * hold it, so that older libraries read it too; what the version of a file cannot hold is refused.
 *
 * <p>To add an entry, add a key with the next format version to the table, and a line to {@link
 * #toEntries} and to {@code readEntries}.
 */
public final class MetadataCodec {

  /** The last format version that this code reads. */
  public static final int FORMAT_VERSION = SharedEntries.FORMAT_VERSION;

  // The table. Keys of version 1 are in every file.

  private static final MetadataKey<TagScheme> SCHEME =
      MetadataKey.of("scheme", schemes(new EntryType.Choice<>()));

  private static final MetadataKey<List<String>> LABELS =
      MetadataKey.of("labels", EntryType.LABELS);

  /** This and the next two: absent where all are 0. */
  private static final MetadataKey<float[]> TRANSITIONS_START =
      MetadataKey.since(2, "transition scores", "transitions.start", EntryType.FLOATS);

  private static final MetadataKey<float[]> TRANSITIONS_END =
      MetadataKey.since(2, "transition scores", "transitions.end", EntryType.FLOATS);

  /** Row after row. */
  private static final MetadataKey<float[]> TRANSITIONS =
      MetadataKey.since(2, "transition scores", "transitions", EntryType.FLOATS);

  /** Absent where it is 0. */
  private static final MetadataKey<Double> MIN_SCORE =
      MetadataKey.since(2, "a smallest score", "min.score", EntryType.PROBABILITY);

  private MetadataCodec() {}

  private static EntryType<TagScheme> schemes(EntryType.Choice<TagScheme> choice) {
    for (TagScheme scheme : TagScheme.values()) {
      choice.or(scheme, scheme.name());
    }
    return choice;
  }

  /** The entries of a model as they stand in the file, sorted by key. */
  public static Map<String, String> toEntries(ModelMetadata metadata) {
    EntryWriter writer = new EntryWriter();
    writer.put(SCHEME, metadata.tagSet().scheme());
    writer.put(LABELS, metadata.tagSet().labels());
    TransitionScores transitions = metadata.transitions();
    if (!transitions.isZero()) {
      writer.put(TRANSITIONS_START, transitions.starts());
      writer.put(TRANSITIONS_END, transitions.ends());
      writer.put(TRANSITIONS, transitions.steps());
    }
    if (metadata.minScore() > 0) {
      writer.put(MIN_SCORE, metadata.minScore());
    }
    SharedEntries.putCalibration(metadata.calibration(), writer);
    SharedEntries.put(ModelTask.TAG, metadata, writer);
    return SharedEntries.finish(writer);
  }

  /**
   * Reads entries as {@link #toEntries} gives them.
   *
   * @param source names the file in messages
   * @throws ModelFormatException if they are missing, of a later version, or do not fit together
   */
  public static ModelMetadata fromEntries(Map<String, String> entries, String source)
      throws ModelFormatException {
    return fromBytes(SharedEntries.utf8(entries), source);
  }

  /**
   * Reads the entries of a file as they stand there.
   *
   * @param entries values in UTF-8
   * @param source names the file in messages
   * @throws ModelFormatException if they are missing, of a later version, or do not fit together
   */
  public static ModelMetadata fromBytes(Map<String, byte[]> entries, String source)
      throws ModelFormatException {
    EntryReader reader = SharedEntries.open(entries, source, ModelTask.TAG);
    try {
      return readEntries(reader);
    } catch (IllegalArgumentException e) {
      throw reader.refused(e);
    }
  }

  private static ModelMetadata readEntries(EntryReader reader) throws ModelFormatException {
    TagSet tagSet = tagSet(reader);
    double minScore = reader.get(MIN_SCORE, 0.0);
    FeatureRecipe recipe = SharedEntries.recipe(reader);
    List<String> vocabulary = SharedEntries.vocabulary(reader);
    TextModels textModels = SharedEntries.textModels(reader);
    // A later version has a reason: where nothing else is one, it is missing.
    boolean calibrated = reader.version() > 3 && reader.needed() < 4;
    ScoreCalibration calibration = SharedEntries.calibration(calibrated, reader);
    boolean required = reader.version() > 1 && reader.needed() == 1;
    TransitionScores transitions = transitions(tagSet.size(), required, reader);
    Map<String, String> facts = SharedEntries.facts(reader);
    return new ModelMetadata(
        tagSet, transitions, minScore, calibration, recipe, vocabulary, textModels, facts);
  }

  private static TagSet tagSet(EntryReader reader) throws ModelFormatException {
    TagScheme scheme = reader.require(SCHEME);
    List<Tag> tags = new ArrayList<>();
    for (String label : reader.require(LABELS)) {
      tags.add(Tag.parse(label, scheme));
    }
    return new TagSet(scheme, tags);
  }

  private static TransitionScores transitions(int labels, boolean required, EntryReader reader)
      throws ModelFormatException {
    if (!required
        && !reader.has(TRANSITIONS_START)
        && !reader.has(TRANSITIONS_END)
        && !reader.has(TRANSITIONS)) {
      return TransitionScores.zero(labels);
    }
    float[] starts = SharedEntries.numbers(TRANSITIONS_START, labels, reader);
    float[] ends = SharedEntries.numbers(TRANSITIONS_END, labels, reader);
    return new TransitionScores(
        starts, ends, SharedEntries.numbers(TRANSITIONS, labels * labels, reader));
  }
}
