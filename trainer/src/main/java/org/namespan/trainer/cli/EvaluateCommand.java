package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.Casing;
import org.namespan.trainer.evaluation.EvaluationReport;
import org.namespan.trainer.evaluation.ModelEvaluation;
import org.namespan.trainer.evaluation.SeenEntities;
import org.namespan.trainer.evaluation.SeenScores;
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
          + " ready tokens to tags on one thread.",
      "",
      "The interval of F1 is a bootstrap over sentences (1,000 draws, 95 %%): how far"
          + " the choice of test sentences may have moved F1. It says nothing of what"
          + " another training run would give."
    },
    footer = {
      "",
      "Examples:",
      "  namespan evaluate --model runs/mine/model.onnx --data dev.conll --json",
      "  namespan evaluate --data dev.conll --train train.conll --case lower"
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

  @Mixin private SeenOption seen;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      completionCandidates = Names.Casings.class,
      description =
          "Case the tokens are given to the model in: ${COMPLETION-CANDIDATES}. The gold"
              + " tags stay. Default: keep.")
  private Casing casing = Casing.KEEP;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Corpus corpus = corpusOptions.read(data, spec);
    SeenEntities training = seen.read(corpusOptions, spec);
    try (EntityTagger tagger = model.load()) {
      ModelEvaluation evaluation = ModelEvaluation.of(tagger, casing.apply(corpus));
      SeenScores seenScores =
          training == null ? null : training.score(corpus, evaluation.predicted());
      if (json) {
        out.println(
            EvaluationReport.toJson(evaluation.result(), evaluation.tokensPerSecond(), seenScores));
      } else {
        out.print(
            EvaluationReport.toText(evaluation.result(), evaluation.tokensPerSecond(), seenScores));
      }
      StandardOutput.send(out);
    }
    return CommandLine.ExitCode.OK;
  }
}
