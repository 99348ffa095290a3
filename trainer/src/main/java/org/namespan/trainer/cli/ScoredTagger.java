package org.namespan.trainer.cli;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.trainer.evaluation.CorpusTagger;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.EngineTagger;
import org.namespan.trainer.training.TrainedTagger;

/**
 * A tagger that is scored: a model file as the sdk runs it, or the best epoch of a run in the
 * engine. Owns either until closed.
 *
 * @param types the types that it predicts
 * @param tagger finds entities
 * @param model the same as the sdk runs it; null for a run
 * @param owned what {@link #close} frees
 */
record ScoredTagger(
    Set<String> types, CorpusTagger tagger, @Nullable EntityTagger model, Runnable owned)
    implements AutoCloseable {

  /**
   * Opens a tagger.
   *
   * @param model model file, folder of a run, or null for the bundled model
   * @param minScore score above which it reports entities; null for its own
   */
  static ScoredTagger open(@Nullable Path model, @Nullable Double minScore) throws IOException {
    return model != null && Checkpoint.isIn(model)
        ? ofRun(model, minScore)
        : ofModel(model, minScore);
  }

  private static ScoredTagger ofRun(Path run, @Nullable Double minScore) throws IOException {
    TrainedTagger trained = TrainedTagger.read(run);
    EngineTagger tagger =
        new EngineTagger(minScore == null ? trained : trained.withMinScore(minScore), Device.cpu());
    return new ScoredTagger(tagger.metadata().tagSet().types(), tagger, null, tagger::close);
  }

  private static ScoredTagger ofModel(@Nullable Path file, @Nullable Double minScore)
      throws IOException {
    EntityTagger tagger = ModelOption.load(file, ModelOption.options(minScore));
    return new ScoredTagger(tagger.info().types(), CorpusTagger.of(tagger), tagger, tagger::close);
  }

  @Override
  public void close() {
    owned.run();
  }
}
