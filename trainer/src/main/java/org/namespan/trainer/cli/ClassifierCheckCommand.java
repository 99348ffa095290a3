package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.Level;
import org.namespan.trainer.classifier.check.CheckedTexts;
import org.namespan.trainer.classifier.check.TextCheckReport;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusProblem;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan classifier check}. */
@Command(
    name = "check",
    header = "Tells everything that is wrong or odd in labelled texts.",
    description = {
      "Reads past broken lines and lists all of them, then looks at the rest: texts of each class;"
          + " classes that train lacks or that are rare; empty texts; copies inside parts and across"
          + " them; the same words with other classes. Nothing is changed.",
      "",
      "The report shows texts of the corpora."
    },
    exitCodeList = {
      "0:done, and no finding of --fail-on",
      "1:a finding of --fail-on; or the input was bad or the work failed, and the reason is on"
          + " standard error",
      "2:the command line was not understood"
    },
    footer = {
      "",
      "Examples:",
      "  namespan classifier check --data all.tsv",
      "  namespan classifier check --data train.csv --dev dev.csv --label stars --text review"
    })
final class ClassifierCheckCommand implements Callable<Integer> {

  /** How bad a finding has to be for the exit code 1. */
  enum FailOn {
    ERROR(Level.ERROR),
    WARNING(Level.WARNING),
    NOTE(Level.NOTE),
    NEVER(null);

    private final @Nullable Level mildest;

    FailOn(@Nullable Level mildest) {
      this.mildest = mildest;
    }

    boolean isMetBy(Level level) {
      return mildest != null && level.compareTo(mildest) <= 0;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = {"--data", "--train"},
      required = true,
      paramLabel = "FILE",
      description = "Texts to train on; may be repeated.")
  private List<Path> train;

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      description = "Texts to choose an epoch by; may be repeated.")
  private List<Path> dev = List.of();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Texts to score on; may be repeated.")
  private List<Path> test = List.of();

  @Option(
      names = "--several",
      description = "A text may have any number of classes; else it has exactly one.")
  private boolean several;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      defaultValue = "error",
      description =
          "Findings that make the exit code 1: those of a level and the worse ones,"
              + " ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private FailOn failOn;

  @Mixin private ReportOptions printed = new ReportOptions();

  @ArgGroup(validate = false, heading = LabelledTexts.HEADING)
  private LabelledTexts texts = new LabelledTexts();

  @Override
  public Integer call() throws IOException {
    printed.check(spec);
    List<CheckedTexts> files = new ArrayList<>();
    read(CorpusPart.TRAIN, train, files);
    read(CorpusPart.DEV, dev, files);
    read(CorpusPart.TEST, test, files);
    TextCheckReport report = TextCheckReport.of(files);
    PrintWriter out = spec.commandLine().getOut();
    printed.print(report::toJson, report::toText, out);
    StandardOutput.send(out);
    return fails(report) ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  private void read(CorpusPart part, List<Path> paths, List<CheckedTexts> files)
      throws IOException {
    for (Path path : paths) {
      List<CorpusProblem> badLines = new ArrayList<>();
      CorpusErrorHandler errors =
          new CorpusErrorHandler() {
            @Override
            public void badLine(CorpusProblem problem) {
              badLines.add(problem);
            }
          };
      LabelledCorpus corpus = texts.read(path, several, errors);
      files.add(new CheckedTexts(part, path, corpus, badLines));
    }
  }

  private boolean fails(TextCheckReport report) {
    return report.findings().stream()
        .filter(finding -> !finding.cases().isEmpty())
        .anyMatch(finding -> failOn.isMetBy(finding.kind().level()));
  }
}
