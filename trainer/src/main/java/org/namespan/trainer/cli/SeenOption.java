package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.TypeMap;
import org.namespan.trainer.evaluation.SeenEntities;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that names the training data, to tell seen from unseen entities. */
final class SeenOption {

  @Option(
      names = "--train",
      paramLabel = "FILE[=MAP]",
      description =
          "The model's training corpus, with the map it was trained with, to score seen and unseen"
              + " entities apart; may be repeated. An entity, gold or predicted, is seen if it"
              + " stands there with the same type (after --model-map, which applies there too) and"
              + " the same tokens, case included, as the files write them.")
  private List<Path> train = new ArrayList<>();

  /**
   * The entities of the files that were named, or null where none was.
   *
   * @param modelMap map of the model's types, or null
   */
  @Nullable SeenEntities read(
      CorpusOptions options, @Nullable TypeMap modelMap, CommandSpec command) throws IOException {
    if (train.isEmpty()) {
      return null;
    }
    Corpus training = Corpus.concat(options.readAll(train, command));
    return modelMap == null ? new SeenEntities(training) : new SeenEntities(training, modelMap);
  }
}
