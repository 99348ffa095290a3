package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.TypeMap;
import org.namespan.trainer.evaluation.GoldCorpus;
import picocli.CommandLine.Option;

/** The options that name type maps, to score where types differ. */
final class MapOptions {

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Type map of the corpus: what its types are called when they are scored.")
  private @Nullable Path map;

  @Option(
      names = "--model-map",
      paramLabel = "FILE",
      description =
          "Type map of the model, or of all models together, which may not leave types open.")
  private @Nullable Path modelMap;

  /** The corpus with the maps that were named. */
  GoldCorpus gold(Corpus corpus) throws IOException {
    return GoldCorpus.of(corpus, map == null ? null : TypeMap.read(map), modelMap());
  }

  /** The map of the model, or null where none was named. */
  @Nullable TypeMap modelMap() throws IOException {
    return modelMap == null ? null : TypeMap.read(modelMap);
  }
}
