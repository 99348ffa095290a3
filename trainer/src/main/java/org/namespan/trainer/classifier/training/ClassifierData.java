package org.namespan.trainer.classifier.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordInput;
import org.namespan.model.text.TextCleaner;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.TextTokenizer;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.ClassifierNetworkConfig;
import org.namespan.trainer.config.Features;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.network.head.ClassTargets;
import org.namespan.trainer.pretrained.GrownClassifier;
import org.namespan.trainer.training.CasedSentence;
import org.namespan.trainer.training.StartingVectors;
import org.namespan.trainer.training.TrainingException;
import org.namespan.trainer.training.WordCounts;
import org.namespan.trainer.vectors.WordVectors;

/**
 * The sources of a run made ready for training: classes and vocabulary drawn from the training
 * part, both parts tokenized and encoded by them.
 *
 * @param classes of the training part, sorted
 * @param vocabulary word forms, most frequent first, equal ones in alphabetical order
 * @param recipe how tokens become ids
 * @param network that the configuration gives over these classes and features
 * @param singleton by word id, whether the training part holds the word once
 * @param train encoded training texts
 * @param dev encoded dev texts; none if there is no dev set
 * @param vectors that the word table starts from; null if none were given
 * @param grown the classifier that training begins from, with these classes and words; null for
 *     none
 * @param tokens in the training part
 * @param fingerprint SHA-256 over the tokens and classes of both parts and the vectors, in
 *     hexadecimal
 */
public record ClassifierData(
    List<String> classes,
    List<String> vocabulary,
    FeatureRecipe recipe,
    ClassifierNetworkConfig network,
    boolean[] singleton,
    List<CasedSentence> train,
    List<EncodedSentence> dev,
    @Nullable StartingVectors vectors,
    @Nullable GrownClassifier grown,
    int tokens,
    String fingerprint) {

  /**
   * Prepares corpora.
   *
   * @throws CorpusException if training has fewer than two classes or too many, or dev has one that
   *     training lacks
   * @throws TrainingException if the word vectors are narrower than the word embeddings
   */
  public static ClassifierData prepare(ClassifierSources sources, ClassifierConfig config)
      throws CorpusException {
    LabelledCorpus train = sources.train();
    LabelledCorpus dev =
        sources.dev() == null ? new LabelledCorpus(train.name(), List.of()) : sources.dev();
    Set<String> classes = train.classes();
    requireClasses(train, classes.size());
    dev.requireClasses(classes, "the training data");
    if (sources.from() != null) {
      sources.from().requireNetwork(config);
    }
    TextTokenizer tokenizer =
        new TextTokenizer(
            new TextCleaner(config.cleaning()), TextSplitter.of(sources.textModels()));
    List<List<String>> trainForms = forms(train, tokenizer);
    List<List<String>> devForms = forms(dev, tokenizer);
    Features inputs = config.training().features();
    FeatureRecipe recipe = inputs.drawRecipe(trainForms);
    Map<String, Integer> counts = WordCounts.of(trainForms, recipe);
    List<String> vocabulary = WordCounts.vocabulary(counts, inputs.minCount());
    List<String> ordered = List.copyOf(classes);
    StartingVectors vectors = null;
    if (sources.vectors() != null) {
      Map<String, Integer> devCounts = WordCounts.of(devForms, inputs.recipe());
      vectors = StartingVectors.of(sources.vectors(), inputs, counts, devCounts, vocabulary);
      vocabulary = vectors.vocabulary();
    }
    GrownClassifier grown = null;
    if (sources.from() != null) {
      grown = GrownClassifier.of(sources.from(), ordered, counts, inputs.minCount());
      recipe = sources.from().metadata().recipe();
      vocabulary = grown.vocabulary();
    }
    TokenFeatures features = new TokenFeatures(recipe, vocabulary);
    // What a classifier knew before is more than this corpus tells.
    int firstNew = grown == null ? 0 : grown.from().metadata().vocabulary().size();
    boolean[] singleton = new boolean[features.rows(WordInput.NAME)];
    for (int i = firstNew; i < vocabulary.size(); i++) {
      singleton[TokenFeatures.FIRST_WORD + i] = counts.getOrDefault(vocabulary.get(i), 0) == 1;
    }
    ClassTargets targets = new ClassTargets(config.activation(), ordered);
    SentenceEncoder encoder = SentenceEncoder.of(features);
    List<CasedSentence> encoded = new ArrayList<>();
    for (int i = 0; i < trainForms.size(); i++) {
      LabelTargets target = targets.of(train.texts().get(i).classes());
      encoded.add(
          CasedSentence.of(trainForms.get(i), target, encoder, config.training().augmentation()));
    }
    return new ClassifierData(
        ordered,
        vocabulary,
        recipe,
        grown == null
            ? new ClassifierNetworkConfig(
                NetworkConfig.of(config.training(), features, ordered.size()),
                config.pooling(),
                config.activation())
            : grown.network(),
        singleton,
        encoded,
        devForms.stream().map(encoder::encode).toList(),
        vectors,
        grown,
        trainForms.stream().mapToInt(List::size).sum(),
        fingerprint(List.of(train, dev), List.of(trainForms, devForms), sources.vectors()));
  }

  private static void requireClasses(LabelledCorpus train, int classes) throws CorpusException {
    if (classes < 2 || classes > ClassifierMetadata.MAX_CLASSES) {
      throw new CorpusException(
          Path.of(train.name()),
          0,
          "found " + classes + (classes == 1 ? " class" : " classes"),
          "expected 2 to " + ClassifierMetadata.MAX_CLASSES,
          "choose the column of the labels");
    }
  }

  /** What the network reads of each text. */
  static List<List<String>> forms(LabelledCorpus corpus, TextTokenizer tokenizer) {
    List<List<String>> forms = new ArrayList<>();
    for (LabelledText text : corpus.texts()) {
      forms.add(TextTokenizer.forms(tokenizer.tokens(text.text())));
    }
    return forms;
  }

  private static String fingerprint(
      List<LabelledCorpus> corpora,
      List<List<List<String>>> formsOfCorpora,
      @Nullable WordVectors vectors) {
    Sha256 digest = new Sha256();
    for (int c = 0; c < corpora.size(); c++) {
      List<List<String>> forms = formsOfCorpora.get(c);
      for (int i = 0; i < forms.size(); i++) {
        digest.add(String.join("\t", corpora.get(c).texts().get(i).classes())).add("\n");
        digest.add(String.join("\t", forms.get(i))).add("\n");
      }
      digest.add("\0");
    }
    if (vectors != null) {
      digest.add(vectors.sha256());
    }
    return digest.hex();
  }
}
