package org.namespan.trainer.classifier.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.decode.Activation;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.config.ClassifierNetworkConfig;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.export.SmallTaggers;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.network.SmallNetworks;

/** Untrained classifiers of five classes over {@link SmallNetworks}. */
final class SmallClassifiers {

  private SmallClassifiers() {}

  static TrainedClassifier classifier(NetworkConfig tokens, Pooling pooling, long seed) {
    ClassifierNetworkConfig config =
        new ClassifierNetworkConfig(tokens, pooling, Activation.SOFTMAX);
    Map<String, float[]> weights = new TreeMap<>(config.spec().draw(seed));
    weights.putAll(SmallNetworks.weights(tokens, seed));
    Random random = new Random(seed);
    weights.computeIfPresent(
        "attention.b",
        (name, bias) -> {
          for (int i = 0; i < bias.length; i++) {
            bias[i] = random.nextFloat() - 0.5f;
          }
          return bias;
        });
    return new TrainedClassifier(config, weights, metadata(tokens));
  }

  private static ClassifierMetadata metadata(NetworkConfig tokens) {
    var tagger = SmallTaggers.tagger(tokens, 1).metadata();
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < SmallNetworks.LABELS; i++) {
      classes.add("class" + i);
    }
    return new ClassifierMetadata(
        classes,
        Activation.SOFTMAX,
        List.of(),
        ScoreCalibration.NONE,
        List.of(),
        tagger.recipe(),
        tagger.vocabulary(),
        tagger.textModels(),
        tagger.facts());
  }
}
