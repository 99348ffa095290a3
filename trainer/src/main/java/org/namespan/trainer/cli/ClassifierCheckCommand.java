package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.FindingKind;
import org.namespan.trainer.classifier.check.CheckedTexts;
import org.namespan.trainer.classifier.check.TextCheckReport;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LanguageFilter;
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
      names = "--language",
      paramLabel = "CODE",
      description =
          "Also list texts that are in another language, those that 'classifier train"
              + " --filter-language' would leave out.")
  private @Nullable String language;

  @Mixin private FailOnOption failOn = new FailOnOption(FindingKind.OF_CLASSES);

  @Mixin private ReportOptions printed = new ReportOptions();

  @ArgGroup(validate = false, heading = LabelledTexts.HEADING)
  private LabelledTexts texts = new LabelledTexts();

  @Override
  public Integer call() throws IOException {
    printed.check(spec);
    Set<FindingKind> fatal = failOn.read(spec);
    LanguageFilter filter = language == null ? null : FilterOption.filter(language, spec);
    List<CheckedTexts> files = new ArrayList<>();
    read(CorpusPart.TRAIN, train, files);
    read(CorpusPart.DEV, dev, files);
    read(CorpusPart.TEST, test, files);
    TextCheckReport report = TextCheckReport.of(files, filter);
    PrintWriter out = spec.commandLine().getOut();
    printed.print(report::toJson, report::toText, out);
    StandardOutput.send(out);
    return FailOnOption.isMet(fatal, report.findings())
        ? CommandLine.ExitCode.SOFTWARE
        : CommandLine.ExitCode.OK;
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
}
