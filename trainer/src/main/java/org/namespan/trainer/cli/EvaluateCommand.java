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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan evaluate}. */
@Command(
    name = "evaluate",
    header = "Scores a model on an annotated corpus.",
    description = {
      "Prints token accuracy; precision, recall and F1 of whole spans, as conlleval and as strict"
          + " seqeval count them, in all and of each type; confusions; and tokens per second, from"
          + " ready tokens to tags on one thread."
    },
    footer = {
      "",
      "Example:",
      "  namespan evaluate --model runs/mine/model.onnx --data dev.conll --json"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOption model;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

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
    Corpus corpus = corpusOptions.read(data, spec);
    try (EntityTagger tagger = model.load()) {
      ModelEvaluation evaluation = ModelEvaluation.of(tagger, corpus);
      if (json) {
        out.println(EvaluationReport.toJson(evaluation.result(), evaluation.tokensPerSecond()));
      } else {
        out.print(EvaluationReport.toText(evaluation.result(), evaluation.tokensPerSecond()));
      }
      StandardOutput.send(out);
    }
    return CommandLine.ExitCode.OK;
  }
}
