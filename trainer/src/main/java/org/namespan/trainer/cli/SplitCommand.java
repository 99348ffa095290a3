package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.CorpusWriter;
import org.namespan.trainer.corpus.Split;
import org.namespan.trainer.corpus.Splits;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan split}. */
@Command(
    name = "split",
    header = "Splits a corpus into train.conll and dev.conll.",
    description = {
      "Reads any format, writes one token and its BIO tag a line, and the text of a sentence where"
          + " the corpus has it. Copies of a sentence stay on one side, that of the first, and are"
          + " counted."
    },
    footer = {
      "",
      "Examples:",
      "  namespan split --data ner_dataset.csv --at 33570 --until 40764 --out gmb",
      "  namespan split --data all.conll --dev-share 0.1 --seed 1 --out parts",
      "  namespan split --data train.conll --folds 5 --out folds"
    })
final class SplitCommand implements Callable<Integer> {

  private static final String TRAIN = "train.conll";
  private static final String DEV = "dev.conll";

  @Spec private CommandSpec spec;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "Corpus to split.")
  private Path data;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for train.conll and dev.conll, or for the folders of folds.")
  private Path out;

  @Option(
      names = "--until",
      paramLabel = "N",
      description = "Leave out all sentences after the first N.")
  private @Nullable Integer until;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of a random split. Default: ${DEFAULT-VALUE}.")
  private long seed;

  private static final class Where {
    @Option(
        names = "--at",
        paramLabel = "N",
        description = "The first N sentences train, the rest is dev.")
    private @Nullable Integer at;

    @Option(
        names = "--dev-share",
        paramLabel = "SHARE",
        description = "A random share of the sentences is dev, 0.1 for example.")
    private @Nullable Double devShare;

    @Option(
        names = "--folds",
        paramLabel = "N",
        description =
            "N splits for cross-validation, 2 or more, in folders fold1, fold2 and so on; each"
                + " sentence is in dev once.")
    private @Nullable Integer folds;
  }

  @Override
  public Integer call() throws IOException {
    Outputs.requireFolder(out);
    List<Split> splits = split(firstSentences(corpusOptions.read(data, spec)));
    List<Path> folders = new ArrayList<>();
    for (int i = 0; i < splits.size(); i++) {
      Path folder = where.folds == null ? out : out.resolve("fold" + (i + 1));
      requireTargets(folder.resolve(TRAIN), folder.resolve(DEV));
      folders.add(folder);
    }
    for (int i = 0; i < splits.size(); i++) {
      CorpusWriter.check(splits.get(i).train().sentences(), folders.get(i).resolve(TRAIN));
      CorpusWriter.check(splits.get(i).dev().sentences(), folders.get(i).resolve(DEV));
    }
    PrintWriter print = spec.commandLine().getOut();
    for (int i = 0; i < splits.size(); i++) {
      write(splits.get(i).train(), folders.get(i).resolve(TRAIN), print);
      write(splits.get(i).dev(), folders.get(i).resolve(DEV), print);
    }
    Split first = splits.get(0);
    print.printf(
        Locale.ROOT,
        "%,d sentences are copies of an earlier one (%,d with other tags);"
            + " %,d of them moved to keep copies on one side%n",
        first.copies(),
        first.conflicting(),
        first.moved());
    StandardOutput.send(print);
    return CommandLine.ExitCode.OK;
  }

  private void requireTargets(Path... targets) throws IOException {
    for (Path target : targets) {
      Outputs.requireFile(target);
      if (Files.exists(target) && Files.exists(data) && Files.isSameFile(target, data)) {
        throw new IOException(data + ": would be written over; choose another --out");
      }
    }
  }

  private Corpus firstSentences(Corpus corpus) {
    int all = corpus.sentences().size();
    if (until == null) {
      return corpus;
    }
    if (until < 2 || until > all) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--until is " + until + ", expected from 2 to " + all);
    }
    return corpus.withSentences(corpus.sentences().subList(0, until));
  }

  private List<Split> split(Corpus corpus) throws IOException {
    try {
      if (where.folds != null) {
        return Splits.folds(corpus, where.folds);
      }
      if (where.at != null) {
        return List.of(Splits.sequential(corpus, where.at));
      }
      // Exactly one of the three is given.
      return List.of(Splits.random(corpus, Objects.requireNonNull(where.devShare), seed));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void write(Corpus part, Path file, PrintWriter print) throws IOException {
    CorpusWriter.writeWithTexts(part.sentences(), file, CorpusScheme.BIO);
    print.printf(
        Locale.ROOT,
        "%s: %,d sentences, %,d tokens, %,d entities%n",
        file,
        part.sentences().size(),
        part.tokenCount(),
        part.spanCount());
  }
}
