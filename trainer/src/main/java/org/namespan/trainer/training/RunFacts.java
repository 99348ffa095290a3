package org.namespan.trainer.training;

import java.util.Map;
import java.util.TreeMap;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.Version;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.network.TaggerSpec;
import org.namespan.trainer.pretrained.GrownTagger;
import org.namespan.trainer.pretrained.Origin;

/** What the trainer itself says of a model in its file. */
final class RunFacts {

  private RunFacts() {}

  /** The facts of a run that begins. */
  static Map<String, String> of(
      TrainingSources sources, TrainingConfig config, String language, TaggerSpec network) {
    Corpus train = sources.train();
    Corpus dev = sources.dev();
    Map<String, String> facts = new TreeMap<>();
    facts.put("language", language);
    facts.put("producer", "NameSpan " + Version.current());
    facts.put("training.data", train.name());
    facts.put("training.sentences", Integer.toString(train.sentences().size()));
    facts.put("training.tokens", Integer.toString(train.tokenCount()));
    facts.put("training.preset", config.preset());
    facts.put("training.seed", Long.toString(config.seed()));
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
   * Puts in what still holds of the tagger that a run begins from: {@link Origin#putFacts}, and
   * what its types mean.
   */
  static void putFrom(GrownTagger grown, Map<String, String> facts) {
    Origin origin = grown.from().origin();
    origin.putFacts(facts);
    origin
        .facts()
        .forEach(
            (name, text) -> {
              if (name.startsWith(ModelMetadata.TYPE_FACT)
                  && grown.types().contains(name.substring(ModelMetadata.TYPE_FACT.length()))) {
                facts.put(name, text);
              }
            });
  }
}
