package org.namespan.trainer.classifier.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.text.TextCleaner;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.TextTokenizer;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.config.ClassifierNetworkConfig;
import org.namespan.trainer.network.ClassifierSpec;

/**
 * A finished classifier.
 *
 * @param network choices and sizes of the network
 * @param weights of the epoch that was kept, by name
 * @param metadata what the model file will say beside its graph
 */
public record TrainedClassifier(
    ClassifierNetworkConfig network, Map<String, float[]> weights, ClassifierMetadata metadata) {

  /**
   * The classifier of the best epoch of a run.
   *
   * @param run folder of the run, or its checkpoint
   * @throws IOException if there is no checkpoint, or it is damaged
   */
  public static TrainedClassifier read(Path run) throws IOException {
    Path file = Files.isDirectory(run) ? run.resolve(ClassifierCheckpoint.FILE_NAME) : run;
    return ClassifierCheckpoint.read(file).bestClassifier();
  }

  /** The parts of its network. */
  public ClassifierSpec spec() {
    return network.spec();
  }

  /** The texts of a corpus as the network reads them. */
  public List<EncodedSentence> encode(LabelledCorpus corpus) {
    TextTokenizer tokenizer =
        new TextTokenizer(
            new TextCleaner(metadata.cleaning()), TextSplitter.of(metadata.textModels()));
    SentenceEncoder encoder = SentenceEncoder.of(metadata.tokenFeatures());
    return ClassifierData.forms(corpus, tokenizer).stream().map(encoder::encode).toList();
  }

  /** The same with more facts for its model file; a fact of the same name is replaced. */
  public TrainedClassifier withFacts(Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(metadata.facts());
    facts.putAll(more);
    return new TrainedClassifier(network, weights, metadata.withFacts(facts));
  }

  /** Scores as facts: {@code dev.accuracy} and so on. */
  static Map<String, String> scoreFacts(ClassDevScores dev) {
    return Map.of(
        "dev.accuracy", fact(dev.accuracy()),
        "dev.macro.f1", fact(dev.macroF1()),
        "dev.micro.f1", fact(dev.microF1()));
  }

  private static String fact(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }
}
