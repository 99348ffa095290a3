package org.namespan.trainer.training;

import java.util.Map;
import java.util.TreeMap;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.Version;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.network.TaggerSpec;
import org.namespan.trainer.pretrained.GrownTagger;
import org.namespan.trainer.pretrained.PretrainedTagger;

/** What the trainer itself says of a model in its file. */
final class RunFacts {

  private static final String LANGUAGE = "language";
  private static final String TRAINING = "training.";
  private static final String LICENCE = TRAINING + "licence";
  private static final String CALIBRATION = "calibration.";
  private static final String FROM = "from";

  private RunFacts() {}

  /** The facts of a run that begins. */
  static Map<String, String> of(
      TrainingSources sources, TrainingConfig config, String language, TaggerSpec network) {
    Corpus train = sources.train();
    Corpus dev = sources.dev();
    Map<String, String> facts = new TreeMap<>();
    facts.put(LANGUAGE, language);
    facts.put("producer", "NameSpan " + Version.current());
    facts.put(TRAINING + "data", train.name());
    facts.put(TRAINING + "sentences", Integer.toString(train.sentences().size()));
    facts.put(TRAINING + "tokens", Integer.toString(train.tokenCount()));
    facts.put(TRAINING + "preset", config.preset());
    facts.put(TRAINING + "seed", Long.toString(config.seed()));
    if (dev != null) {
      facts.put("dev.data", dev.name());
      facts.put("dev.sentences", Integer.toString(dev.sentences().size()));
    }
    facts.put("network", network.describe());
    facts.put("network.parameters", Long.toString(network.parameterCount()));
    if (sources.encoder() != null) {
      facts.put("encoder", sources.encoder().name());
      facts.put("encoder.sha256", sources.encoder().sha256());
    }
    return facts;
  }

  /**
   * Puts in what still holds of the tagger that a run begins from: which one it is, its language,
   * what its types mean, and, as {@code from.training.data} and so on, what it was trained and its
   * scores were calibrated on before. Its licence is also that of the new model until another is
   * given. Scores of before hold no longer.
   */
  static void putFrom(GrownTagger grown, Map<String, String> facts) {
    PretrainedTagger from = grown.from();
    facts.put(FROM, from.name());
    facts.put(FROM + ".sha256", from.sha256());
    Map<String, String> before = from.metadata().facts();
    before.forEach(
        (name, text) -> {
          if (name.startsWith(TRAINING) || name.startsWith(CALIBRATION) || name.startsWith(FROM)) {
            facts.put(FROM + "." + name, text);
          }
          if (name.startsWith(ModelMetadata.TYPE_FACT)
              && grown.types().contains(name.substring(ModelMetadata.TYPE_FACT.length()))) {
            facts.put(name, text);
          }
          if (name.equals(LANGUAGE) || name.equals(LICENCE)) {
            facts.put(name, text);
          }
        });
  }
}
