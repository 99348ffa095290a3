package org.namespan.trainer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.training.TrainingConfig;
import picocli.CommandLine.Option;

/** The options that change the network of a preset. */
final class NetworkOptions {

  /** Heading of these options in help pages. */
  static final String HEADING = "%nNetwork (defaults of the presets standard, plain):%n";

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Recurrent cell: ${COMPLETION-CANDIDATES}. Default: ${bundle:default.cell}.")
  private Cell cell;

  @Option(
      names = "--bidirectional",
      negatable = true,
      description = "Whether layers also read backwards. Default: ${bundle:default.bidirectional}.")
  private Boolean bidirectional;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Recurrent layers. Default: ${bundle:default.layers}.")
  private Integer layers;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "State size per direction. Default: ${bundle:default.hidden}.")
  private Integer hidden;

  @Option(
      names = "--skip",
      negatable = true,
      description =
          "Whether layers above the first add their input to their output. Default: ${bundle:default.skip}.")
  private Boolean skip;

  @Option(
      names = "--word-dim",
      paramLabel = "N",
      description = "Width of word embeddings. Default: ${bundle:default.wordDim}.")
  private Integer wordDim;

  @Option(
      names = "--word-case",
      paramLabel = "CASE",
      description =
          "How words are looked up in the vocabulary: keep, as they stand; lower, in lower case; any,"
              + " as they stand and else in whatever case it holds them. Default: ${bundle:default.wordCase}.")
  private WordCase wordCase;

  @Option(
      names = "--hashed",
      paramLabel = "FEATURE=ROWS",
      split = ",",
      description =
          "Hashed features and the table rows of each, shape=1024,lower=8192 for example; features:"
              + " lower, prefix2, prefix3, suffix2, suffix3, suffix4, shape. Default:"
              + " ${bundle:default.hashed}.")
  private Map<String, Integer> hashed;

  @Option(
      names = "--hash-dim",
      paramLabel = "N",
      description =
          "Width of the embedding of each hashed feature. Default: ${bundle:default.hashDim}.")
  private Integer hashDim;

  @Option(
      names = "--combiner",
      paramLabel = "KIND",
      description =
          "How the embeddings of a token become one: concat, one after the other; sum, added up, all as"
              + " wide as those of words. Default: ${bundle:default.combiner}.")
  private Combiner combiner;

  @Option(
      names = "--char-dim",
      paramLabel = "N",
      description =
          "Width of character embeddings; needed with --char-filters. Default:"
              + " ${bundle:default.charDim}.")
  private Integer charDim;

  @Option(
      names = "--char-filters",
      paramLabel = "N",
      description =
          "Filters of a convolution over the characters of a token; 0 for none. Default:"
              + " ${bundle:default.charFilters}.")
  private Integer charFilters;

  @Option(
      names = "--head",
      paramLabel = "HEAD",
      description =
          "What turns scores into tags: ${COMPLETION-CANDIDATES}. Default: ${bundle:default.head}.")
  private Head head;

  @Option(
      names = "--labels-as",
      paramLabel = "SCHEME",
      completionCandidates = Names.Schemes.class,
      description =
          "Scheme of the model's labels: ${COMPLETION-CANDIDATES}. Default:"
              + " ${bundle:default.scheme}.")
  private TagScheme scheme;

  @Option(
      names = "--vocabulary",
      paramLabel = "N",
      description =
          "Words at most once frequent words of --vectors are added to those of the corpus."
              + " Default: ${bundle:default.vocabularySize}.")
  private Integer vocabularySize;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description =
          "Occurrences that a word needs for an embedding of its own. Default: ${bundle:default.minCount}.")
  private Integer minCount;

  /** Changes what was given and leaves the rest. */
  void apply(TrainingConfig.Builder builder) {
    if (cell != null) {
      builder.optCell(cell);
    }
    if (bidirectional != null) {
      builder.optBidirectional(bidirectional);
    }
    if (layers != null) {
      builder.optLayers(layers);
    }
    if (hidden != null) {
      builder.optHidden(hidden);
    }
    if (skip != null) {
      builder.optSkip(skip);
    }
    if (wordDim != null) {
      builder.optWordDim(wordDim);
    }
    if (wordCase != null) {
      builder.optWordCase(wordCase);
    }
    if (hashed != null) {
      List<Hashed> features = new ArrayList<>();
      hashed.forEach((id, rows) -> features.add(new Hashed(HashedFeature.of(id), rows)));
      builder.optHashed(features);
    }
    if (combiner != null) {
      builder.optCombiner(combiner);
    }
    if (hashDim != null) {
      builder.optHashDim(hashDim);
    }
    if (charDim != null) {
      builder.optCharDim(charDim);
    }
    if (charFilters != null) {
      builder.optCharFilters(charFilters);
    }
    if (head != null) {
      builder.optHead(head);
    }
    if (scheme != null) {
      builder.optScheme(scheme);
    }
    if (vocabularySize != null) {
      builder.optVocabularySize(vocabularySize);
    }
    if (minCount != null) {
      builder.optMinCount(minCount);
    }
  }
}
