package org.namespan.examples.benchmarks.classifiers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tribuo's logistic regression over the words of a text and over pairs of neighbours. */
final class LinearCategorizer implements Categorizer {

  private static final double RATE = 1.0;
  private static final int EPOCHS = 5;
  private static final long SEED = 1;

  /** Kept, so that its level stays: Tribuo tells of every thousand steps. */
  private static final Logger LOGGER = Logger.getLogger("org.tribuo");

  static {
    LOGGER.setLevel(Level.WARNING);
  }

  private final Words words;
  private final Model<Label> model;

  private LinearCategorizer(Words words, Model<Label> model) {
    this.words = words;
    this.model = model;
  }

  /** Trains it by AdaGrad, with the rate and epochs that are Tribuo's defaults. */
  static LinearCategorizer train(LabelledCorpus train, Words words) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> examples =
        new MutableDataset<>(new SimpleDataSourceProvenance(train.name(), factory), factory);
    for (LabelledText text : train.texts()) {
      examples.add(example(words.of(text.text()), new Label(text.classes().get(0))));
    }
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(RATE), EPOCHS, SEED);
    return new LinearCategorizer(words, trainer.train(examples));
  }

  private static Example<Label> example(String[] words, Label label) {
    Set<String> features = new LinkedHashSet<>();
    for (int i = 0; i < words.length; i++) {
      features.add(words[i]);
      if (i > 0) {
        features.add(words[i - 1] + ' ' + words[i]);
      }
    }
    ArrayExample<Label> example = new ArrayExample<>(label);
    features.forEach(feature -> example.add(feature, 1));
    return example;
  }

  @Override
  public String name() {
    return "Tribuo logistic regression, words and pairs";
  }

  @Override
  public List<String> classify(List<String> texts) {
    List<String> found = new ArrayList<>(texts.size());
    for (String text : texts) {
      Example<Label> example = example(words.of(text), LabelFactory.UNKNOWN_LABEL);
      // A text without a known word has no prediction.
      boolean known = example.iterator().hasNext() && hasKnown(example);
      found.add(known ? model.predict(example).getOutput().getLabel() : "");
    }
    return found;
  }

  private boolean hasKnown(Example<Label> example) {
    for (var feature : example) {
      if (model.getFeatureIDMap().get(feature.getName()) != null) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long bytes() {
    return model.serialize().getSerializedSize();
  }
}
