package org.namespan.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.maxent.GISTrainer;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.CorpusTagger;

/**
 * OpenNLP's {@link NameFinderME} with its default features, beam and codec.
 *
 * <p>What it remembers of earlier tokens (its adaptive data) is cleared before each sentence, in
 * training and in use: column files do not tell where a document ends.
 *
 * <p>Not thread-safe.
 */
public final class OpenNlpTagger implements CorpusTagger {

  /** How the weights are learned. */
  public enum Algorithm {
    /** {@link PerceptronTrainer}: the averaged perceptron. */
    PERCEPTRON(PerceptronTrainer.PERCEPTRON_VALUE, 0),
    /** {@link GISTrainer}: maximum entropy by generalized iterative scaling. */
    MAXENT(GISTrainer.MAXENT_VALUE, TrainingParameters.CUTOFF_DEFAULT_VALUE);

    private final String value;

    /** Occurrences below which a feature is left out, where nothing else is asked for. */
    public final int cutoff;

    Algorithm(String value, int cutoff) {
      this.value = value;
      this.cutoff = cutoff;
    }
  }

  private final TokenNameFinderModel model;
  private final NameFinderME finder;

  private OpenNlpTagger(TokenNameFinderModel model) {
    this.model = model;
    this.finder = new NameFinderME(model);
  }

  /**
   * Trains on one thread.
   *
   * @param iterations passes over the corpus
   * @param cutoff occurrences below which a feature is left out
   */
  public static OpenNlpTagger train(Corpus corpus, Algorithm algorithm, int iterations, int cutoff)
      throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm.value);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    List<NameSample> samples = corpus.sentences().stream().map(OpenNlpTagger::sample).toList();
    return new OpenNlpTagger(
        NameFinderME.train(
            "en",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            parameters,
            new TokenNameFinderFactory()));
  }

  /**
   * Loads what {@link #save} wrote.
   *
   * @throws IOException if the file cannot be read or is no model of OpenNLP's
   */
  public static OpenNlpTagger load(Path file) throws IOException {
    return new OpenNlpTagger(new TokenNameFinderModel(file));
  }

  /** Writes the model in OpenNLP's own format. */
  public void save(Path file) throws IOException {
    model.serialize(file);
  }

  @Override
  public List<List<Span>> tag(List<List<String>> sentences) {
    List<List<Span>> found = new ArrayList<>(sentences.size());
    for (List<String> tokens : sentences) {
      List<Span> spans = new ArrayList<>();
      for (opennlp.tools.util.Span name : find(tokens.toArray(new String[0]))) {
        spans.add(new Span(name.getType(), name.getStart(), name.getEnd()));
      }
      found.add(spans);
    }
    return found;
  }

  /** The names of one sentence, as OpenNLP gives them. */
  public opennlp.tools.util.Span[] find(String[] tokens) {
    finder.clearAdaptiveData();
    return finder.find(tokens);
  }

  private static NameSample sample(Sentence sentence) {
    opennlp.tools.util.Span[] names =
        sentence.spans().stream()
            .map(span -> new opennlp.tools.util.Span(span.start(), span.end(), span.type()))
            .toArray(opennlp.tools.util.Span[]::new);
    return new NameSample(sentence.tokens().toArray(new String[0]), names, true);
  }
}
