package org.namespan.trainer.learningcurve;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.namespan.model.tag.Span;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.Evaluation;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.EngineTagger;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingException;
import org.namespan.trainer.training.TrainingSources;

/**
 * Trains a tagger on each of some parts of a corpus and scores all of them on the same sentences.
 * With one seed each part holds the smaller ones. Every run has a folder of its own: one that was
 * cut off goes on, and one that is finished is only scored again. One curve per instance at a time.
 */
public final class CurveTrainer {

  /** The text models are not used: sentences are scored from ready tokens. */
  private static final TextOptions TEXT = TextOptions.whitespace("en");

  private final Settings settings;
  private final Device device;
  private final Path folder;
  private final CurveMonitor monitor;

  /** What a run is trained with. */
  @FunctionalInterface
  public interface Settings {
    /** The configuration of a run of that seed over so many sentences. */
    TrainingConfig of(int sentences, long seed);
  }

  /**
   * A trainer of curves.
   *
   * @param device that trains and scores
   * @param folder of the runs; created if missing
   */
  public CurveTrainer(Settings settings, Device device, Path folder, CurveMonitor monitor) {
    this.settings = settings;
    this.device = device;
    this.folder = folder;
    this.monitor = monitor;
  }

  /**
   * Trains and scores all runs, those of the first seed first.
   *
   * @param sources what the largest part learns from, with a dev set
   * @param gold what every tagger is scored on. Types that a small part does not hold cannot be
   *     predicted by its tagger, and count as missed
   * @param percents of the sentences to learn from, from 1 to 100
   * @param seeds one run each for every part
   * @return a point for each run
   * @throws CorpusException if a part holds no entity
   * @throws IOException if the folder holds a run of other data or other options, or cannot be
   *     written
   * @throws TrainingException if PyTorch does not start or has no such device, or the loss is no
   *     longer a number
   */
  public List<CurvePoint> train(
      TrainingSources sources, Corpus gold, List<Integer> percents, List<Long> seeds)
      throws IOException {
    // Before hours of training.
    for (long seed : seeds) {
      for (int percent : percents) {
        requireEntity(part(sources.train(), percent, seed), percent);
      }
    }
    List<CurvePoint> points = new ArrayList<>();
    for (long seed : seeds) {
      for (int percent : percents) {
        Corpus part = part(sources.train(), percent, seed);
        points.add(point(sources, part, gold, percent, seed));
        monitor.pointDone(points.get(points.size() - 1));
      }
    }
    return points;
  }

  /** The first sentences of all, shuffled by the seed. */
  private static Corpus part(Corpus train, int percent, long seed) {
    List<Sentence> shuffled = new ArrayList<>(train.sentences());
    Collections.shuffle(shuffled, new Random(seed));
    return train.withSentences(shuffled.subList(0, size(shuffled.size(), percent)));
  }

  /** So many percent of the sentences, rounded, and one at least: of 25 sentences 10 % are 3. */
  static int size(int sentences, int percent) {
    return (int) Math.max(1, Math.round(sentences * percent / 100.0));
  }

  private static void requireEntity(Corpus part, int percent) throws CorpusException {
    if (part.types().isEmpty()) {
      throw new CorpusException(
          Path.of(part.name()),
          0,
          "found no entity in the "
              + part.sentences().size()
              + " sentences that are "
              + percent
              + " %",
          "expected some to learn from",
          "begin with a larger part");
    }
  }

  private CurvePoint point(
      TrainingSources sources, Corpus part, Corpus gold, int percent, long seed)
      throws IOException {
    // A run without a dev set has none to filter.
    Corpus dev = onlyTypes(Objects.requireNonNull(sources.dev()), part.types());
    TrainingSources ofPart = sources.withCorpora(part, dev);
    Path run = folder.resolve("seed-" + seed).resolve("percent-" + percent);
    TaggerTrainer trainer =
        new TaggerTrainer(
            settings.of(part.sentences().size(), seed),
            device,
            run,
            monitor.runStarted(percent, seed, part));
    TrainedTagger tagger =
        Files.exists(run.resolve(Checkpoint.FILE_NAME))
            ? trainer.resume(ofPart, TEXT, Map.of())
            : trainer.train(ofPart, TEXT, Map.of());
    return new CurvePoint(
        percent,
        seed,
        part.sentences().size(),
        part.tokenCount(),
        part.spanCount(),
        score(tagger, gold));
  }

  private EvaluationResult score(TrainedTagger tagger, Corpus gold) {
    Evaluation evaluation = new Evaluation();
    try (EngineTagger engine = new EngineTagger(tagger, device)) {
      List<List<Span>> found = engine.tag(gold.tokens());
      for (int i = 0; i < found.size(); i++) {
        evaluation.add(gold.sentences().get(i), found.get(i));
      }
    }
    return evaluation.result();
  }

  /** The corpus without entities of other types, which an epoch is not chosen by then. */
  private static Corpus onlyTypes(Corpus corpus, Set<String> types) {
    return corpus.withSentences(
        corpus.sentences().stream()
            .map(
                sentence ->
                    sentence.withSpans(
                        sentence.spans().stream()
                            .filter(span -> types.contains(span.type()))
                            .toList(),
                        sentence.openTypes()))
            .toList());
  }
}
