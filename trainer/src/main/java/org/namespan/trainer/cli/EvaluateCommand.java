package org.namespan.trainer.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.TypeMap;
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
          + " ready tokens to tags on one thread.",
      "",
      "A type map is a file of lines such as: PER = person, or product = O. That of the corpus may"
          + " leave types open: gpe = location? or, for a type that it is not annotated with, open"
          + " time. Predictions of an open type are not scored there. With a map, predictions of"
          + " types that the corpus is not annotated with are left out; the report names them."
    },
    footer = {
      "",
      "Examples:",
      "  namespan evaluate --model runs/mine/model.onnx --data dev.conll --json",
      "  namespan evaluate --model-map gmb-to-core.map --data ewt.iob2 --map uner.map"
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

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Type map of the corpus: what its types are called when they are scored.")
  private Path map;

  @Option(
      names = "--model-map",
      paramLabel = "FILE",
      description = "Type map of the model, which may not leave types open.")
  private Path modelMap;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Corpus corpus = corpusOptions.read(data, spec);
    TypeMap goldTypes = map == null ? null : TypeMap.read(map);
    TypeMap modelTypes = modelMap == null ? null : TypeMap.read(modelMap);
    if (goldTypes != null) {
      corpus = goldTypes.apply(corpus);
    }
    try (EntityTagger tagger = model.load()) {
      Set<String> annotated = tagger.info().types();
      if (goldTypes != null) {
        annotated = goldTypes.spanTypes();
      } else if (modelTypes != null) {
        annotated = corpus.types();
      }
      print(ModelEvaluation.of(tagger, corpus, modelTypes, annotated));
    }
    return CommandLine.ExitCode.OK;
  }

  private void print(ModelEvaluation evaluation) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Set<String> dropped = evaluation.droppedTypes();
    if (json) {
      JsonObject object =
          EvaluationReport.toJson(evaluation.result(), evaluation.tokensPerSecond());
      JsonArray types = new JsonArray();
      dropped.forEach(types::add);
      object.add("droppedTypes", types);
      out.println(object);
    } else {
      if (!dropped.isEmpty()) {
        out.println(
            "left out, for the corpus is not annotated with them: " + String.join(" ", dropped));
      }
      out.print(EvaluationReport.toText(evaluation.result(), evaluation.tokensPerSecond()));
    }
    StandardOutput.send(out);
  }
}
