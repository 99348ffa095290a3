package org.namespan.trainer.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.trainer.ControlCharacters;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.CalibrationError;
import org.namespan.trainer.evaluation.ComparedSentence;
import org.namespan.trainer.evaluation.EvaluationReport;
import org.namespan.trainer.evaluation.FileEvaluation;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.ModelEvaluation;
import org.namespan.trainer.evaluation.PrecisionRecallCurve;
import org.namespan.trainer.evaluation.ScoreReport;
import org.namespan.trainer.evaluation.ScoredPrediction;
import org.namespan.trainer.evaluation.SeenEntities;
import org.namespan.trainer.evaluation.SeenScores;
import org.namespan.trainer.evaluation.SpanScores;
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
          + " another training run would give.",
      "",
      "A type map is a file of lines such as: PER = person, or product = O. That of the corpus may"
          + " leave types open: gpe = location? or, for a type that it is not annotated with, open"
          + " time. Predictions of an open type are not scored there. With a map, predictions of"
          + " types that the corpus is not annotated with are left out; the report names them.",
      "",
      "With --predicted no model is run: the tags of that file are scored, whatever program wrote"
          + " them. Both files are read by the same options, and may have malformed tags, which"
          + " strict scores leave out."
    },
    footer = {
      "",
      "Examples:",
      "  namespan evaluate --model runs/mine/model.onnx --data dev.conll --json",
      "  namespan evaluate --data dev.conll --train train.conll --case lower",
      "  namespan evaluate --model-map gmb-to-core.map --data ewt.iob2 --map uner.map",
      "  namespan evaluate --gold dev.conll --predicted theirs.conll",
      "  namespan evaluate --data dev.conll --errors errors.txt --predictions predictions.conll"
    })
final class EvaluateCommand implements Callable<Integer> {

  /** Options that mean nothing where predictions are read from a file. */
  private static final List<String> OF_MODELS =
      List.of("--model", "--min-score", "--case", "--scores");

  @Spec private CommandSpec spec;
  @Mixin private ModelOption model;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Option(
      names = {"--data", "--gold"},
      required = true,
      paramLabel = "FILE",
      description = "Annotated corpus to score on.")
  private Path data;

  @Option(
      names = "--predicted",
      paramLabel = "FILE",
      description =
          "Score the tags of this file instead of a model; it has the tokens of the corpus in the"
              + " same sentences. --model-map goes for its types.")
  private @Nullable Path predicted;

  @Mixin private MapOptions maps;

  @Mixin private SeenOption seen;

  @Mixin private ListingOptions listings;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      completionCandidates = Names.Casings.class,
      description =
          "Case the tokens are given to the model in: ${COMPLETION-CANDIDATES}. The gold"
              + " tags stay. Default: keep.")
  private Casing casing = Casing.KEEP;

  @Option(
      names = "--scores",
      description =
          "Also print what scores are worth: their expected calibration error, and precision and"
              + " recall at several min scores. Tags the corpus twelve times more.")
  private boolean scores;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (predicted != null) {
      scoreFile(predicted);
    } else {
      scoreModel();
    }
    return CommandLine.ExitCode.OK;
  }

  private void scoreModel() throws IOException {
    if (scores && model.isRun()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--scores needs a model file, not the folder of a run: export it");
    }
    GoldCorpus gold = maps.gold(corpusOptions.read(data, spec));
    listings.require(gold.corpus(), List.of(data), spec);
    SeenEntities training = seen.read(corpusOptions, maps.modelMap(), spec);
    try (ScoredTagger scored = model.loadScored()) {
      ModelEvaluation evaluation =
          ModelEvaluation.of(scored.tagger(), scored.types(), "the model", gold.in(casing));
      // Spans are told apart by their tokens as the files write them.
      SeenScores seenScores =
          training == null ? null : training.score(gold.corpus(), evaluation.predicted());
      ScoreReport report = scores ? scoreReport(gold.in(casing)) : null;
      listings.write(
          gold.corpus().name(),
          ComparedSentence.of(gold.corpus(), evaluation.predicted()),
          listings.listsErrors() && !model.isRun() ? spanScores(gold.in(casing)) : SpanScores.NONE);
      if (json) {
        JsonObject object = EvaluationReport.toJson(evaluation, seenScores);
        if (report != null) {
          object.add("scores", report.toJson());
        }
        print(object);
      } else {
        String text = EvaluationReport.toText(evaluation, seenScores);
        print(report == null ? text : text + "\n" + report.toText());
      }
    }
  }

  private void scoreFile(Path file) throws IOException {
    for (String option : OF_MODELS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), option + " needs a model: leave --predicted out");
      }
    }
    Corpus corpus = corpusOptions.read(data, spec);
    GoldCorpus gold = maps.gold(corpus);
    Corpus wellFormed = maps.gold(corpusOptions.wellFormed(data, corpus, spec)).corpus();
    listings.require(gold.corpus(), List.of(data, file), spec);
    Corpus tags = corpusOptions.read(file, spec);
    FileEvaluation evaluation =
        FileEvaluation.of(
            gold,
            wellFormed,
            new FileEvaluation.Tags(tags, corpusOptions.wellFormed(file, tags, spec)));
    SeenEntities training = seen.read(corpusOptions, maps.modelMap(), spec);
    SeenScores seenScores =
        training == null ? null : training.score(gold.corpus(), evaluation.predicted());
    listings.write(
        gold.corpus().name(),
        ComparedSentence.of(gold.corpus(), evaluation.predicted()),
        SpanScores.NONE);
    if (json) {
      print(EvaluationReport.toJson(evaluation, seenScores));
    } else {
      print(EvaluationReport.toText(evaluation, seenScores));
    }
  }

  private SpanScores spanScores(GoldCorpus gold) throws IOException {
    try (EntityTagger tagger = model.load()) {
      return SpanScores.of(tagger, gold);
    }
  }

  private ScoreReport scoreReport(GoldCorpus gold) throws IOException {
    try (EntityTagger tagger = model.load()) {
      return new ScoreReport(
          CalibrationError.of(ScoredPrediction.of(tagger, gold)),
          PrecisionRecallCurve.of(model::load, gold));
    }
  }

  private void print(JsonObject object) throws IOException {
    print(ControlCharacters.escape("" + object) + System.lineSeparator());
  }

  private void print(String text) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    StandardOutput.send(out);
  }
}
