package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.Comparison;
import org.namespan.trainer.evaluation.ComparisonReport;
import org.namespan.trainer.report.ComparisonPage;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code namespan compare}. */
@Command(
    name = "compare",
    header = "Scores several models on one annotated corpus.",
    description = {
      "Prints a row for each model on the tokens as they are, in lower and in upper"
          + " case: token accuracy; precision and recall of whole spans; recall of seen and unseen"
          + " entities; tokens per second; F1 with its 95 %% interval; F1 of each type.",
      "",
      "Then how far each model's F1 is from the first model's, with the interval of a"
          + " paired bootstrap over sentences: without 0 in it, the corpus tells the two"
          + " apart.",
      "",
      "Type maps make the types of corpus and models the same, as for 'namespan evaluate'."
    },
    footer = {
      "",
      "Examples:",
      "  namespan compare a/model.onnx b/model.onnx --data dev.conll",
      "  namespan compare a/model.onnx b/model.onnx --data dev.conll --report pages",
      "  namespan compare --seeds runs/*/model.onnx --data dev.conll --markdown",
      "  namespan compare a.onnx b.onnx --model-map gmb-to-core.map --data ewt.iob2 --map uner.map"
    })
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "Model files (.onnx), or folders of runs. Default: the bundled English model.")
  private List<Path> models = new ArrayList<>();

  @Option(names = "--bundled", description = "The bundled English model too, before the others.")
  private boolean bundled;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Annotated corpus to score on.")
  private Path data;

  @Mixin private MapOptions maps;

  @Mixin private SeenOption seen;

  @Mixin private ReportOption page = new ReportOption("comparison.html");

  @Option(
      names = "--seeds",
      description =
          "The models differ in their seed only: print the mean and the sample standard deviation"
              + " (n - 1) of each column instead of differences.")
  private boolean seeds;

  @ArgGroup private Output output = new Output();

  private static final class Output {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--markdown", description = "Print Markdown tables.")
    private boolean markdown;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = new ArrayList<>(models);
    if (bundled || files.isEmpty()) {
      files.add(0, null);
    }
    if (seeds && files.size() < 2) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--seeds needs at least two models");
    }
    page.require(List.of(data), spec);
    Corpus corpus = corpusOptions.read(data, spec);
    Comparison comparison =
        new Comparison(maps.gold(corpus), seen.read(corpusOptions, maps.modelMap(), spec));
    for (Path file : files) {
      String name = file == null ? "bundled" : file.toString();
      try (ScoredTagger scored = ScoredTagger.open(file, null)) {
        comparison.add(name, scored.types(), scored.tagger());
      }
    }
    ComparisonReport report = new ComparisonReport(comparison, seeds);
    Path pageFile = page.file();
    if (pageFile != null) {
      ComparisonPage.write(report, comparison.corpus().name(), pageFile);
      page.tell(spec);
    }
    print(report);
    return CommandLine.ExitCode.OK;
  }

  private void print(ComparisonReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json) {
      out.println(ControlCharacters.escape("" + report.toJson()));
    } else {
      out.print(output.markdown ? report.toMarkdown() : report.toText());
    }
    StandardOutput.send(out);
  }
}
