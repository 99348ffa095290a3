package org.namespan.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.Vocabulary;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

/**
 * What the file of a tagger says beside its graph: everything that text needs on its way to the
 * graph and back, and where the model comes from. {@link MetadataCodec} writes it to the file, and
 * reads it.
 *
 * @param tagSet labels in output order, with their scheme
 * @param transitions what paths score beside their emissions; zero in a model whose emissions are
 *     all there is
 * @param minScore the probability above which a span is an entity, less than 1, before calibration;
 *     0 for the spans of the best path, see {@link org.namespan.model.decode.SpanDecoder}
 * @param calibration what score is reported of a span with some probability
 * @param recipe how tokens become ids
 * @param vocabulary word forms, most frequent first
 * @param textModels how text becomes tokens
 * @param facts what is known of the model's making, by name, such as {@code training.data}, and
 *     what its types mean ({@link #TYPE_FACT}); shown by {@code inspect}, never used for tagging
 */
public record ModelMetadata(
    TagSet tagSet,
    TransitionScores transitions,
    double minScore,
    ScoreCalibration calibration,
    FeatureRecipe recipe,
    List<String> vocabulary,
    TextModels textModels,
    Map<String, String> facts)
    implements InputMetadata {

  /** Begins the name of the fact that says in words what an entity type means; the type follows. */
  public static final String TYPE_FACT = "type.";

  /**
   * Copies lists and maps.
   *
   * @throws IllegalArgumentException if the transition scores are those of another number of
   *     labels, if the smallest score is none, or if a word is empty or holds a line feed: the file
   *     could not keep it
   */
  public ModelMetadata {
    if (transitions.labels() != tagSet.size()) {
      throw new IllegalArgumentException(
          "transition scores of "
              + transitions.labels()
              + " labels, expected those of "
              + tagSet.size());
    }
    if (!(minScore >= 0 && minScore < 1)) {
      throw new IllegalArgumentException(
          "smallest score " + minScore + ", expected 0 or more and less than 1");
    }
    vocabulary = Vocabulary.of(vocabulary);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** The metadata of a model whose entities are those of the best path, by emissions alone. */
  public ModelMetadata(
      TagSet tagSet,
      FeatureRecipe recipe,
      List<String> vocabulary,
      TextModels textModels,
      Map<String, String> facts) {
    this(
        tagSet,
        TransitionScores.zero(tagSet.size()),
        0,
        ScoreCalibration.NONE,
        recipe,
        vocabulary,
        textModels,
        facts);
  }

  /** The same with other transition scores. */
  public ModelMetadata withTransitions(TransitionScores scores) {
    return new ModelMetadata(
        tagSet, scores, minScore, calibration, recipe, vocabulary, textModels, facts);
  }

  /** The same with another smallest score. */
  public ModelMetadata withMinScore(double score) {
    return new ModelMetadata(
        tagSet, transitions, score, calibration, recipe, vocabulary, textModels, facts);
  }

  /** The same with another calibration of its scores. */
  public ModelMetadata withCalibration(ScoreCalibration other) {
    return new ModelMetadata(
        tagSet, transitions, minScore, other, recipe, vocabulary, textModels, facts);
  }

  /** The same with other facts. */
  public ModelMetadata withFacts(Map<String, String> others) {
    return new ModelMetadata(
        tagSet, transitions, minScore, calibration, recipe, vocabulary, textModels, others);
  }

  @Override
  public GraphSignature.Tensor output() {
    return GraphSignature.emissions(tagSet.size());
  }

  /** What chooses spans as this model reports them, built anew. */
  public SpanDecoder spanDecoder() {
    return new SpanDecoder(tagSet, transitions, minScore);
  }
}
