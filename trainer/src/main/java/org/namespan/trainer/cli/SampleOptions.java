package org.namespan.trainer.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how much of a text is read. */
final class SampleOptions {

  @Option(
      names = "--tokens",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "Take lines of a text at random until they hold so many tokens. Default:"
              + " ${DEFAULT-VALUE}.")
  private int tokens;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "60",
      description = "Leave out sentences of more tokens. Default: ${DEFAULT-VALUE}.")
  private int maxLength;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the choice of lines. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /** Refuses numbers below 1. */
  void check(CommandSpec command) {
    AtLeast.one("--tokens", tokens, command);
    AtLeast.one("--max-length", maxLength, command);
  }

  /** The sentences of a text that are read. */
  TextSample of(Path text) {
    return new TextSample(text, tokens, maxLength, seed);
  }
}
