package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.namespan.EntityTagger;
import org.namespan.examples.benchmarks.OpenNlpTagger;
import org.namespan.examples.benchmarks.speed.Measured.Kind;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.CorpusTagger;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.ModelEvaluation;
import org.namespan.trainer.io.AtomicFile;

/** Measures models: first {@linkplain #score scores}, then speed, loading and memory. */
final class SpeedRun {

  private final SpeedSettings settings;
  private final Corpus corpus;
  private final BenchmarkCorpus benchmarkCorpus;
  private final Path data;
  private final Map<String, Path> models;
  private final Path folder;
  private final PrintWriter progress;
  private final Map<String, Path> openNlp = new LinkedHashMap<>();
  private final SpeedResults results;

  /**
   * @param corpus what is tagged
   * @param data its file
   * @param models NameSpan's model files, by the names that the tables give them
   * @param folder for what is made on the way: OpenNLP's models, the texts, JMH's log
   * @param progress told what is being measured
   */
  SpeedRun(
      SpeedSettings settings,
      Corpus corpus,
      Path data,
      Map<String, Path> models,
      Path folder,
      PrintWriter progress) {
    this.settings = settings;
    this.corpus = corpus;
    this.benchmarkCorpus = new BenchmarkCorpus(corpus.tokens());
    this.data = data;
    this.models = models;
    this.folder = folder;
    this.progress = progress;
    List<Measured> rows = new ArrayList<>();
    for (String name : models.keySet()) {
      rows.add(new Measured(Kind.NAMESPAN, name));
      rows.add(new Measured(Kind.BARE_SESSION, name));
      rows.add(new Measured(Kind.MATRIX_PRODUCT, name));
    }
    for (OpenNlpTagger.Algorithm algorithm : OpenNlpTagger.Algorithm.values()) {
      rows.add(new Measured(Kind.OPENNLP, OpenNlpModels.name(algorithm)));
    }
    this.results = new SpeedResults(rows);
  }

  /**
   * Scores all models, those of OpenNLP after their training.
   *
   * @param training what OpenNLP learns from
   * @throws IOException if a model cannot be read or has other types
   */
  void score(Corpus training) throws IOException {
    Files.createDirectories(folder);
    GoldCorpus gold = new GoldCorpus(corpus);
    gold.requireTypes(training.types(), training.name());
    scoreNameSpan(gold);
    scoreOpenNlp(gold, training);
  }

  /**
   * Measures what has been scored.
   *
   * @return the figures, those of {@link #score} too
   * @throws IOException if a JVM fails
   */
  SpeedResults measure() throws IOException {
    new SpeedRounds(settings, data, models, openNlp, folder, progress).measure(results);
    load();
    findPeaks();
    return results;
  }

  private void scoreNameSpan(GoldCorpus gold) throws IOException {
    for (Map.Entry<String, Path> model : models.entrySet()) {
      tell("scores of " + model.getKey());
      Measured row = new Measured(Kind.NAMESPAN, model.getKey());
      try (EntityTagger tagger = EntityTagger.load(model.getValue())) {
        ModelEvaluation evaluation = ModelEvaluation.of(tagger, gold);
        results.add(row, Figure.SPAN_F1, evaluation.result().overall().f1());
        long own =
            benchmarkCorpus.documents().stream()
                .flatMap(document -> tagger.tagSentences(document).stream())
                .mapToLong(List::size)
                .sum();
        results.add(row, Figure.OWN_TOKENS, (double) own / benchmarkCorpus.tokens());
      }
      results.add(row, Figure.FILE, Files.size(model.getValue()) / 1e6);
    }
  }

  private void scoreOpenNlp(GoldCorpus gold, Corpus training) throws IOException {
    OpenNlpModels trained = new OpenNlpModels(folder, training, settings.openNlpIterations());
    for (OpenNlpTagger.Algorithm algorithm : OpenNlpTagger.Algorithm.values()) {
      String name = OpenNlpModels.name(algorithm);
      tell("OpenNLP " + name + ": model and scores");
      Path file = trained.file(algorithm);
      openNlp.put(name, file);
      CorpusTagger tagger = OpenNlpTagger.load(file);
      Measured row = new Measured(Kind.OPENNLP, name);
      ModelEvaluation evaluation =
          ModelEvaluation.of(tagger, training.types(), training.name(), gold);
      results.add(row, Figure.SPAN_F1, evaluation.result().overall().f1());
      results.add(row, Figure.FILE, Files.size(file) / 1e6);
    }
  }

  private void load() throws IOException {
    Set<String> bundled = new HashSet<>();
    for (Map.Entry<String, Path> model : models.entrySet()) {
      if (BundledModel.hasBytesOf(model.getValue())) {
        bundled.add(model.getKey());
      }
    }
    for (int i = 0; i < settings.loads(); i++) {
      tell("loading in fresh JVMs, " + (i + 1) + " of " + settings.loads());
      for (Map.Entry<String, Path> model : models.entrySet()) {
        load(Kind.BARE_SESSION, model, LoadProgram.Way.BARE, Figure.LOAD);
        load(Kind.NAMESPAN, model, LoadProgram.Way.PATH, Figure.LOAD);
        load(Kind.NAMESPAN, model, LoadProgram.Way.STREAM, Figure.STREAM_LOAD);
        if (bundled.contains(model.getKey())) {
          load(Kind.NAMESPAN, model, LoadProgram.Way.BUNDLED, Figure.BUNDLED_LOAD);
        }
      }
      for (Map.Entry<String, Path> model : openNlp.entrySet()) {
        load(Kind.OPENNLP, model, LoadProgram.Way.OPENNLP, Figure.LOAD);
      }
    }
  }

  private void load(Kind kind, Map.Entry<String, Path> model, LoadProgram.Way way, Figure figure)
      throws IOException {
    double taken = LoadProgram.milliseconds(way, model.getValue());
    results.add(new Measured(kind, model.getKey()), figure, taken);
  }

  private void findPeaks() throws IOException {
    Path documents = folder.resolve("documents.txt");
    AtomicFile.write(documents, file -> Files.write(file, benchmarkCorpus.documents()));
    int perDocument = BenchmarkCorpus.SENTENCES_PER_DOCUMENT;
    int count = (settings.memorySentences() + perDocument - 1) / perDocument;
    for (int i = 0; i < settings.peaks(); i++) {
      tell("peak memory, " + (i + 1) + " of " + settings.peaks());
      for (Map.Entry<String, Path> model : models.entrySet()) {
        OptionalDouble peak = MemoryProgram.peakMegabytes(model.getValue(), documents, count);
        Measured row = new Measured(Kind.NAMESPAN, model.getKey());
        peak.ifPresent(megabytes -> results.add(row, Figure.PEAK_MEMORY, megabytes));
      }
    }
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}
