package org.namespan.examples.benchmarks.labelling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.namespan.examples.benchmarks.labelling.LabelledPoint.Strategy;
import org.namespan.trainer.activelearning.Suggester;
import org.namespan.trainer.activelearning.Suggestion;
import org.namespan.trainer.activelearning.UnlabelledText;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.distillation.TeacherEnsemble;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.TaggerScorer;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;

/**
 * A person who labels sentences of a pool, played by its annotation. Both strategies begin with the
 * same random sentences; after each batch a tagger is trained anew, without a dev set, which such a
 * person does not have.
 *
 * @param pool annotated sentences that are asked for
 * @param dev on which each tagger is scored; nothing is chosen by it
 * @param epochs of each training
 * @param folder of the runs; those that are finished are only scored again
 */
record Simulation(Corpus pool, Corpus dev, int epochs, Path folder) {

  /**
   * Plays one person.
   *
   * @param first random sentences to begin with
   * @param random numbers of labelled sentences at which the random strategy is scored, ascending
   * @param suggested the same of the other strategy, which chooses anew at each
   * @param found is given each point as it is measured
   */
  void run(
      long seed,
      int first,
      List<Integer> random,
      List<Integer> suggested,
      Consumer<LabelledPoint> found)
      throws IOException {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, pool.sentences().size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    Set<Integer> labelled = new LinkedHashSet<>(order.subList(0, first));
    Path run = folder.resolve("seed-" + seed);
    Path last = run.resolve("first");
    found.accept(point(Strategy.RANDOM, seed, labelled, last));
    for (int size : suggested) {
      labelled.addAll(suggest(last, labelled, order, size - labelled.size()));
      last = run.resolve("suggested-" + size);
      found.accept(point(Strategy.SUGGESTED, seed, labelled, last));
    }
    for (int size : random) {
      found.accept(
          point(
              Strategy.RANDOM,
              seed,
              new LinkedHashSet<>(order.subList(0, size)),
              run.resolve("random-" + size)));
    }
  }

  private LabelledPoint point(Strategy strategy, long seed, Set<Integer> labelled, Path run)
      throws IOException {
    List<Sentence> sentences = labelled.stream().map(pool.sentences()::get).toList();
    Corpus train = pool.withSentences(sentences);
    TrainingConfig config =
        TrainingConfig.standard()
            .optCorpusSize(sentences.size())
            .optEpochs(epochs)
            .optSeed(seed)
            .build();
    TaggerTrainer trainer =
        new TaggerTrainer(config, Files.createDirectories(run), new TrainingMonitor() {});
    TrainingSources sources = TrainingSources.of(train, null);
    TextOptions text = TextOptions.whitespace("en");
    TrainedTagger tagger =
        Files.exists(run.resolve(Checkpoint.FILE_NAME))
            ? trainer.resume(sources, text, Map.of())
            : trainer.train(sources, text, Map.of());
    return new LabelledPoint(
        strategy,
        seed,
        sentences.size(),
        train.tokenCount(),
        train.spanCount(),
        TaggerScorer.score(tagger, dev).overall().f1());
  }

  /** The sentences that the tagger of a run would ask for. */
  private List<Integer> suggest(Path run, Set<Integer> labelled, List<Integer> order, int count)
      throws IOException {
    List<UnlabelledText> texts = new ArrayList<>();
    for (int i : order) {
      if (!labelled.contains(i)) {
        List<String> tokens = pool.sentences().get(i).tokens();
        // The line tells the sentence again.
        texts.add(
            new UnlabelledText(String.join(" ", tokens), List.of(tokens), Path.of(pool.name()), i));
      }
    }
    try (TeacherEnsemble model = TeacherEnsemble.open(List.of(run))) {
      Suggester suggester = new Suggester(model, count);
      suggester.add(texts);
      return suggester.suggest().stream().map(Suggestion::text).map(UnlabelledText::line).toList();
    }
  }
}
