package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.ReaderOptions;
import org.namespan.trainer.corpus.RepairPolicy;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how the columns of a corpus file are read. */
class ColumnOptions {

  @Option(
      names = "--token-column",
      paramLabel = "N",
      description = "Column of the tokens, from 1; -1 is the last. Default: that of the format.")
  private @Nullable Integer tokenColumn;

  @Option(
      names = "--tag-column",
      paramLabel = "N",
      description = "Column of the tags, from 1; -1 is the last. Default: that of the format.")
  private @Nullable Integer tagColumn;

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      completionCandidates = Names.Schemes.class,
      converter = SchemeConverter.class,
      description =
          "How tags write spans: ${COMPLETION-CANDIDATES}; iob2 is bio, iobes is bioes. In io, types"
              + " may stand alone: PER for I-PER. Default: bilou where there are L- or U-, bioes where"
              + " there are E- or S-, else bio.")
  private CorpusScheme scheme;

  @Option(
      names = "--repair",
      paramLabel = "POLICY",
      completionCandidates = Names.Policies.class,
      description =
          "What to do with malformed tag sequences: begin a span as conlleval does, drop it, or"
              + " fail. Default: begin.")
  private RepairPolicy repair = RepairPolicy.BEGIN;

  /** Reads a corpus and tells on standard error what had to be repaired. */
  Corpus read(CorpusReader reader, Path file, CommandSpec command) throws IOException {
    Corpus corpus = reader.read(file, options(command));
    if (corpus.repaired() > 0) {
      PrintWriter err = command.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "%s: %,d malformed spans, repaired by policy %s%n",
          file,
          corpus.repaired(),
          repair.name().toLowerCase(Locale.ROOT));
      err.flush();
    }
    if (corpus.unaligned() > 0) {
      PrintWriter err = command.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "%s: %,d sentences whose '# text' does not hold their tokens, left out%n",
          file,
          corpus.unaligned());
      err.flush();
    }
    return corpus;
  }

  /** The columns and the policy as they were chosen. */
  final ReaderOptions options(CommandSpec command) {
    return options(repair, command);
  }

  /** The columns as they were chosen, with another policy for malformed tag sequences. */
  final ReaderOptions options(RepairPolicy policy, CommandSpec command) {
    ReaderOptions options = ReaderOptions.DEFAULT.withRepairPolicy(policy);
    if (scheme != null) {
      options = options.withScheme(scheme);
    }
    if (tokenColumn != null) {
      options = options.withTokenColumn(fromZero("--token-column", tokenColumn, command));
    }
    if (tagColumn != null) {
      options = options.withTagColumn(fromZero("--tag-column", tagColumn, command));
    }
    return options;
  }

  /** Takes the name of a scheme in upper or lower case. */
  static final class SchemeConverter implements CommandLine.ITypeConverter<CorpusScheme> {
    @Override
    public CorpusScheme convert(String name) {
      try {
        return CorpusScheme.named(name);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  private static int fromZero(String option, int column, CommandSpec command) {
    if (column == 0) {
      throw new CommandLine.ParameterException(
          command.commandLine(), option + " is 0, expected 1 for the first or -1 for the last");
    }
    return column > 0 ? column - 1 : column;
  }
}
