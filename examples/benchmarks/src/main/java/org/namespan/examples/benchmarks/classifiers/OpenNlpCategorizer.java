package org.namespan.examples.benchmarks.classifiers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;

/** OpenNLP's document categorizer: maximum entropy over the words of a text. */
final class OpenNlpCategorizer implements Categorizer {

  private final String name;
  private final Words words;
  private final DocumentCategorizerME categorizer;
  private final long bytes;

  private OpenNlpCategorizer(String name, Words words, DoccatModel model) throws IOException {
    this.name = name;
    this.words = words;
    this.categorizer = new DocumentCategorizerME(model);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    model.serialize(file);
    this.bytes = file.size();
  }

  /**
   * Trains it.
   *
   * @param cutoff how often a word must occur; 5 is OpenNLP's default
   */
  static OpenNlpCategorizer train(LabelledCorpus train, Words words, int cutoff)
      throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    parameters.put("PrintMessages", false);
    List<DocumentSample> samples = new ArrayList<>();
    for (LabelledText text : train.texts()) {
      samples.add(new DocumentSample(text.classes().get(0), words.of(text.text())));
    }
    DoccatModel model =
        DocumentCategorizerME.train(
            "en", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory());
    return new OpenNlpCategorizer("OpenNLP DocumentCategorizerME, cutoff " + cutoff, words, model);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> classify(List<String> texts) {
    List<String> found = new ArrayList<>(texts.size());
    for (String text : texts) {
      found.add(categorizer.getBestCategory(categorizer.categorize(words.of(text))));
    }
    return found;
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
