package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.namespan.trainer.evaluation.SeenEntities;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that names the training data, to tell seen from unseen entities. */
final class SeenOption {

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description =
          "The model's training corpus, to score seen and unseen entities apart. An entity, gold"
              + " or predicted, is seen if it stands there with the same type and the same tokens,"
              + " case included, as the two files write them.")
  private Path train;

  /** The entities of the file that was named, or null where none was. */
  SeenEntities read(CorpusOptions options, CommandSpec command) throws IOException {
    return train == null ? null : new SeenEntities(options.read(train, command));
  }
}
