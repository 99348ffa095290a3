package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.ReaderOptions;
import org.namespan.trainer.corpus.RepairPolicy;
import org.namespan.trainer.corpus.TypeMap;
import org.namespan.trainer.evaluation.GoldCorpus;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how a corpus file is read. */
final class CorpusOptions {

  /** Heading of these options in help pages. */
  static final String HEADING = "%nHow corpus files are read (UTF-8, plain or gzip):%n";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Names.Formats.class,
      converter = FormatConverter.class,
      description = {
        "${COMPLETION-CANDIDATES}. By default told by the file name: .csv is gmb, .iob2 and .conllu"
            + " are iob2, all others conll."
      })
  private @Nullable CorpusReader format;

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

  /**
   * Reads corpora, each named as {@code FILE} or {@code FILE=MAP} with a type map. A file of that
   * whole name is taken as one without map.
   */
  List<Corpus> readAll(List<Path> named, CommandSpec command) throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    for (GoldCorpus gold : readAllGold(named, command)) {
      corpora.add(gold.corpus());
    }
    return corpora;
  }

  /** Reads corpora, named as for {@link #readAll}, to score a model on. */
  List<GoldCorpus> readAllGold(List<Path> named, CommandSpec command) throws IOException {
    List<GoldCorpus> corpora = new ArrayList<>();
    for (Path name : named) {
      String text = name.toString();
      int equals = Files.exists(name) ? -1 : text.lastIndexOf('=');
      if (equals <= 0) {
        corpora.add(new GoldCorpus(read(name, command)));
      } else {
        TypeMap map = TypeMap.read(Path.of(text.substring(equals + 1)));
        Corpus corpus = read(Path.of(text.substring(0, equals)), command);
        corpora.add(GoldCorpus.of(corpus, map, null));
      }
    }
    return corpora;
  }

  /** Reads a corpus and tells on standard error what had to be repaired. */
  Corpus read(Path file, CommandSpec command) throws IOException {
    Corpus corpus = reader(file).read(file, options(repair, command));
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

  /**
   * The well-formed spans alone of a corpus that was read already, for strict scores.
   *
   * @param read what {@link #read} gave
   */
  Corpus wellFormed(Path file, Corpus read, CommandSpec command) throws IOException {
    return read.repaired() == 0
        ? read
        : reader(file).read(file, options(RepairPolicy.DROP, command));
  }

  private CorpusReader reader(Path file) {
    return format == null ? CorpusFormats.detect(file) : format;
  }

  private ReaderOptions options(RepairPolicy policy, CommandSpec command) {
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

  /** Takes the name of a format in upper or lower case. */
  static final class FormatConverter implements CommandLine.ITypeConverter<CorpusReader> {
    @Override
    public CorpusReader convert(String name) {
      try {
        return CorpusFormats.named(name);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
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
