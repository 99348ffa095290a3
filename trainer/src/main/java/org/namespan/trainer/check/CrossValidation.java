package org.namespan.trainer.check;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.namespan.trainer.check.CheckedCorpora.Located;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.Split;
import org.namespan.trainer.corpus.Splits;
import org.namespan.trainer.distillation.Teacher;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;

/**
 * Trains small models on parts of the corpora, each of which is asked about the sentences that it
 * has not seen; copies of a sentence are in one part. The same corpora and seed give the same
 * models.
 */
public final class CrossValidation {

  /** Tokens that each model is trained on, in as many epochs as that takes... */
  private static final int TRAINING_TOKENS = 1_000_000;

  /** ... but at least so many. */
  private static final int LEAST_EPOCHS = 3;

  /** ... and at most so many, as the presets take for small corpora. */
  private static final int MOST_EPOCHS = 30;

  private static final int BATCH_SIZE = 16;

  private final int folds;
  private final long seed;
  private final Consumer<String> progress;

  /**
   * A cross-validation.
   *
   * @param folds models that are trained, at least 2
   * @param progress hears a line before each training
   */
  public CrossValidation(int folds, long seed, Consumer<String> progress) {
    this.folds = folds;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * A doubt, or the contrary, about each entity.
   *
   * @throws org.namespan.trainer.corpus.CorpusException if there are fewer different sentences than
   *     folds, or no entity in some of them
   * @throws org.namespan.trainer.training.TrainingException if PyTorch does not start
   */
  List<Doubt> of(CheckedCorpora corpora) throws IOException {
    IdentityHashMap<Sentence, Located> places = new IdentityHashMap<>();
    corpora.sentences().forEach(located -> places.put(located.sentence(), located));
    List<Doubt> doubts = new ArrayList<>();
    Path folder = Files.createTempDirectory("namespan-check");
    try {
      List<Split> splits = Splits.folds(corpora.joined(), folds);
      for (int fold = 0; fold < folds; fold++) {
        progress.accept("training model " + (fold + 1) + " of " + folds);
        TrainedTagger tagger = train(splits.get(fold).train(), folder.resolve("fold" + fold));
        List<Located> unseen =
            splits.get(fold).dev().sentences().stream().map(places::get).toList();
        try (Teacher model = Teacher.of(tagger, Device.cpu())) {
          doubts.addAll(new DoubtRanking(List.of(model)).of(unseen));
        }
      }
    } finally {
      delete(folder);
    }
    return doubts;
  }

  private TrainedTagger train(Corpus corpus, Path folder) throws IOException {
    int epochs = TRAINING_TOKENS / Math.max(1, corpus.tokenCount());
    TrainingConfig config =
        TrainingConfig.standard()
            .optHead(Head.CRF)
            .optBatchSize(BATCH_SIZE)
            .optEpochs(Math.min(MOST_EPOCHS, Math.max(LEAST_EPOCHS, epochs)))
            .optCorpusSize(corpus.sentences().size())
            .optSeed(seed)
            .build();
    return new TaggerTrainer(config, folder, TrainingMonitor.SILENT)
        .train(TrainingSources.of(corpus, null), TextOptions.whitespace("en"), Map.of());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
