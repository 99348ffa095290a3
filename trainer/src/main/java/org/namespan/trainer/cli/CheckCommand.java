package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.check.CheckJson;
import org.namespan.trainer.check.CheckReport;
import org.namespan.trainer.check.CheckText;
import org.namespan.trainer.check.CheckedCorpora;
import org.namespan.trainer.check.CheckedFile;
import org.namespan.trainer.check.CorpusCheck;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.FindingKind;
import org.namespan.trainer.check.VectorCheck;
import org.namespan.trainer.vectors.WordVectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan check}. */
@Command(
    name = "check",
    header = "Tells everything that is wrong or odd in annotated corpora.",
    description = {
      "Reads past broken lines and lists all of them, then looks at the rest: sizes; copies and near"
          + " copies inside parts and across them; the same words with other labels; strings with"
          + " several types; spans with doubtful ends; odd characters. Nothing is changed.",
      "",
      "With --doubts, small models are trained on parts of the corpora and asked about the"
          + " sentences that they have not seen; what they find instead of an annotation is"
          + " listed, the surest first.",
      "",
      "The report shows words of the corpora."
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
      "  namespan check --data all.conll",
      "  namespan check --data train.conll --dev dev.conll --test test.conll --json",
      "  namespan check --data train.conll --doubts --cases 100",
      "  namespan check --dev dev.conll --doubts --model runs/mine/model.onnx",
      "  namespan check --data train.conll --dev dev.conll --fail-on warning"
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Corpora corpora;

  private static final class Corpora {
    @Option(
        names = {"--data", "--train"},
        paramLabel = "FILE[=MAP]",
        description = "Corpus to train on, with the map of its types; may be repeated.")
    private List<Path> train = List.of();

    @Option(
        names = "--dev",
        paramLabel = "FILE[=MAP]",
        description = "Corpus to choose an epoch by; may be repeated.")
    private List<Path> dev = List.of();

    @Option(
        names = "--test",
        paramLabel = "FILE[=MAP]",
        description = "Corpus to score on; may be repeated.")
    private List<Path> test = List.of();
  }

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description =
          "Also list words without a vector, the commonest first; a file as 'namespan train"
              + " --vectors' takes it.")
  private @Nullable Path vectors;

  @Mixin private DoubtOptions doubts = new DoubtOptions();

  @Mixin private FailOnOption failOn = new FailOnOption(FindingKind.OF_TAGS);

  @Mixin private ReportOptions printed = new ReportOptions();

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Override
  public Integer call() throws IOException {
    printed.check(spec);
    doubts.check(spec);
    Set<FindingKind> fatal = failOn.read(spec);
    List<CheckedFile> files = new ArrayList<>();
    files.addAll(corpusOptions.check(CorpusPart.TRAIN, corpora.train, spec));
    files.addAll(corpusOptions.check(CorpusPart.DEV, corpora.dev, spec));
    files.addAll(corpusOptions.check(CorpusPart.TEST, corpora.test, spec));
    List<CorpusCheck> more = new ArrayList<>();
    if (vectors != null) {
      more.add(new VectorCheck(WordVectors.read(vectors)));
    }
    CorpusCheck doubted = doubts.asked(spec);
    if (doubted != null) {
      more.add(doubted);
    }
    CheckReport report = CheckReport.of(new CheckedCorpora(files), more);
    PrintWriter out = spec.commandLine().getOut();
    printed.print(() -> CheckJson.of(report), cases -> CheckText.of(report, cases), out);
    StandardOutput.send(out);
    return FailOnOption.isMet(fatal, report.findings())
        ? CommandLine.ExitCode.SOFTWARE
        : CommandLine.ExitCode.OK;
  }
}
