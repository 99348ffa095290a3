package org.namespan.trainer.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordInput;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.config.Augmentation;
import org.namespan.trainer.config.Features;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TaggerConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TransformerConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.ShownCorpus;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.network.head.TagTargets;
import org.namespan.trainer.pretrained.GrownTagger;
import org.namespan.trainer.pretrained.PretrainedTagger;
import org.namespan.trainer.vectors.WordVectors;

/**
 * The sources of a run made ready for training: labels and vocabulary drawn from the training part,
 * both parts encoded by them.
 *
 * @param tagSet labels over the entity types of the training part
 * @param vocabulary word forms, most frequent first, equal ones in alphabetical order, behind those
 *     of a tagger that training begins from; of a pre-trained encoder, its word pieces
 * @param features from tokens to ids
 * @param network that the configuration gives over these labels and features
 * @param singleton by word id, whether the training part holds the word once
 * @param train encoded training sentences, those with soft labels behind those with gold ones
 * @param dev encoded dev sentences; none if there is no dev set
 * @param vectors that the word table starts from; null if none were given
 * @param grown the tagger that training begins from, with these labels and words; null for none
 * @param fingerprint SHA-256 over all that is shown of the sources, in hexadecimal
 */
public record TrainingData(
    TagSet tagSet,
    List<String> vocabulary,
    TokenFeatures features,
    TaggerConfig network,
    boolean[] singleton,
    List<CasedSentence> train,
    List<EncodedSentence> dev,
    @Nullable StartingVectors vectors,
    @Nullable GrownTagger grown,
    String fingerprint) {

  /**
   * Prepares corpora.
   *
   * @throws CorpusException if training knows no entity type or too many, or dev has one that
   *     training lacks
   * @throws TrainingException if the word vectors are narrower than the word embeddings
   */
  public static TrainingData prepare(TrainingSources sources, TrainingConfig config)
      throws CorpusException {
    Corpus train = ShownCorpus.of(sources.train());
    Corpus dev = ShownCorpus.of(sources.devOrNone());
    List<SoftCorpus> soft = sources.soft().stream().map(ShownCorpus::of).toList();
    if (train.types().isEmpty()) {
      throw new CorpusException(
          Path.of(train.name()),
          0,
          "found no entity",
          "expected tags such as B-TYPE",
          "choose the column of the tags");
    }
    if (sources.from() != null) {
      sources.from().requireNetwork(config);
    }
    requireLabels(train, config, sources.from());
    List<List<String>> trainTokens = ShownCorpus.tokens(sources.train());
    Features inputs = config.features();
    Map<String, Integer> counts = WordCounts.of(trainTokens, inputs.recipe());
    GrownTagger grown =
        sources.from() == null
            ? null
            : GrownTagger.of(
                sources.from(), train.types(), config.dropTypes(), counts, inputs.minCount());
    TagSet tagSet =
        grown == null ? TagSet.over(config.architecture().scheme(), train.types()) : grown.tagSet();
    dev.requireTypes(tagSet.types(), "the training data");
    List<String> vocabulary = WordCounts.vocabulary(counts, inputs.minCount());
    StartingVectors vectors = null;
    if (sources.vectors() != null) {
      Map<String, Integer> devCounts = WordCounts.of(dev.tokens(), inputs.recipe());
      vectors = StartingVectors.of(sources.vectors(), inputs, counts, devCounts, vocabulary);
      vocabulary = vectors.vocabulary();
    }
    FeatureRecipe recipe = inputs.drawRecipe(trainTokens);
    if (sources.encoder() != null) {
      vocabulary = sources.encoder().pieces();
    }
    if (grown != null) {
      recipe = grown.from().metadata().recipe();
      vocabulary = grown.vocabulary();
    }
    TokenFeatures features = new TokenFeatures(recipe, vocabulary);
    // What a tagger knew before is more than this corpus tells.
    int firstNew = grown == null ? 0 : grown.from().metadata().vocabulary().size();
    boolean[] singleton = new boolean[features.rows(WordInput.NAME)];
    for (int i = firstNew; i < vocabulary.size(); i++) {
      singleton[TokenFeatures.FIRST_WORD + i] = counts.getOrDefault(vocabulary.get(i), 0) == 1;
    }
    TaggerConfig network = network(sources, config, features, tagSet.size(), grown);
    TagTargets targets = network.spec().head().targets(tagSet);
    SentenceEncoder encoder = network.sentenceEncoder(recipe, vocabulary);
    List<LabelTargets> annotated =
        grown == null || grown.types().equals(train.types())
            ? train.sentences().stream().map(targets::of).toList()
            : new KeptTypes(grown).targets(grown.withOpenTypes(train, train.types()));
    return new TrainingData(
        tagSet,
        vocabulary,
        features,
        network,
        singleton,
        encodeForTraining(train, annotated, soft, targets, encoder, config.augmentation()),
        dev.tokens().stream().map(encoder::encode).toList(),
        vectors,
        grown,
        fingerprint(train, dev, soft, sources.vectors()));
  }

  private static void requireLabels(
      Corpus train, TrainingConfig config, @Nullable PretrainedTagger from) throws CorpusException {
    TagScheme scheme = config.architecture().scheme();
    Set<String> types = new TreeSet<>(train.types());
    for (String type : types) {
      if (type.isEmpty() || ControlCharacters.areIn(type)) {
        throw new CorpusException(
            Path.of(train.name()),
            0,
            "found the entity type '" + type + "'",
            "expected a name without line ends and control characters",
            "give it another name by a type map");
      }
    }
    if (from != null && !config.dropTypes()) {
      types.addAll(from.types());
    }
    int tagsPerType = scheme.prefixes().length() - 1;
    int maxTypes = (TagSet.MAX_LABELS - 1) / tagsPerType;
    if (types.size() > maxTypes) {
      throw new CorpusException(
          Path.of(train.name()),
          0,
          "found " + types.size() + " entity types",
          "expected at most " + maxTypes + " (" + scheme + ")",
          "choose the column of the tags, or join types by a type map");
    }
  }

  private static TaggerConfig network(
      TrainingSources sources,
      TrainingConfig config,
      TokenFeatures features,
      int labels,
      @Nullable GrownTagger grown) {
    if (grown != null) {
      return grown.network();
    }
    return sources.encoder() == null
        ? NetworkConfig.of(config, features, labels)
        : TransformerConfig.of(config, sources.encoder(), labels);
  }

  private static List<CasedSentence> encodeForTraining(
      Corpus train,
      List<LabelTargets> annotated,
      List<SoftCorpus> soft,
      TagTargets targets,
      SentenceEncoder encoder,
      Augmentation augmentation)
      throws CorpusException {
    List<CasedSentence> encoded = new ArrayList<>();
    for (int i = 0; i < annotated.size(); i++) {
      List<String> tokens = train.sentences().get(i).tokens();
      encoded.add(CasedSentence.of(tokens, annotated.get(i), encoder, augmentation));
    }
    for (SoftCorpus corpus : soft) {
      List<LabelTargets> learned = targets.of(corpus);
      for (int i = 0; i < learned.size(); i++) {
        List<String> tokens = corpus.sentences().get(i).tokens();
        encoded.add(CasedSentence.of(tokens, learned.get(i), encoder, augmentation));
      }
    }
    return encoded;
  }

  private static String fingerprint(
      Corpus train, Corpus dev, List<SoftCorpus> softCorpora, @Nullable WordVectors vectors) {
    Sha256 digest = new Sha256();
    for (Corpus corpus : List.of(train, dev)) {
      for (Sentence sentence : corpus.sentences()) {
        List<Tag> tags = sentence.tags(TagScheme.BIO);
        for (int i = 0; i < tags.size(); i++) {
          String open = sentence.openTypes(i).isEmpty() ? "" : "\t" + sentence.openTypes(i);
          digest.add(sentence.tokens().get(i) + "\t" + tags.get(i) + open + "\n");
        }
        digest.add("\n");
      }
      digest.add("\0");
    }
    for (SoftCorpus soft : softCorpora) {
      digest.add(soft.labels() + "\n");
      for (SoftSentence sentence : soft.sentences()) {
        digest
            .add(sentence.tokens().toString())
            .add(Arrays.deepToString(sentence.labels()))
            .add(Arrays.deepToString(sentence.weights()))
            .add("\n");
      }
    }
    if (vectors != null) {
      digest.add(vectors.sha256());
    }
    return digest.hex();
  }
}
