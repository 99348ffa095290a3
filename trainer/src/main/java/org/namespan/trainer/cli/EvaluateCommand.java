package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.EvaluationReport;
import org.namespan.trainer.evaluation.ModelEvaluation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = NamespanCommand.VersionProvider.class,
    description = {
      "Scores a model on an annotated corpus: token accuracy, span precision, recall and F1 as"
          + " conlleval and as strict seqeval count them, each type, confusions, and tokens/s from"
          + " ready tokens on one thread."
    },
    footer = {
      "",
      "Example:",
      "  namespan evaluate --model runs/mine/model.onnx --data dev.conll --json"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOption model;
  @Mixin private CorpusOptions corpusOptions;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Annotated corpus to score on.")
  private Path data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Corpus corpus = corpusOptions.read(data, spec.commandLine().getErr());
    try (EntityTagger tagger = model.load()) {
      ModelEvaluation evaluation = ModelEvaluation.of(tagger, corpus);
      if (json) {
        out.println(EvaluationReport.toJson(evaluation.result(), evaluation.tokensPerSecond()));
      } else {
        out.print(EvaluationReport.toText(evaluation.result(), evaluation.tokensPerSecond()));
      }
      out.flush();
    }
    return CommandLine.ExitCode.OK;
  }
}
