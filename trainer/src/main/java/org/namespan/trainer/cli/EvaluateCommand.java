package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.CalibrationError;
import org.namespan.trainer.evaluation.EvaluatedCorpus;
import org.namespan.trainer.evaluation.EvaluationDetail;
import org.namespan.trainer.evaluation.EvaluationReport;
import org.namespan.trainer.evaluation.FileEvaluation;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.ModelEvaluation;
import org.namespan.trainer.evaluation.PrecisionRecallCurve;
import org.namespan.trainer.evaluation.PrecisionTarget;
import org.namespan.trainer.evaluation.ScoreGroup;
import org.namespan.trainer.evaluation.ScoreReport;
import org.namespan.trainer.evaluation.ScoredPrediction;
import org.namespan.trainer.evaluation.SeenEntities;
import org.namespan.trainer.evaluation.SpanScores;
import org.namespan.trainer.evaluation.TokenizerErrors;
import org.namespan.trainer.report.EvaluationPage;
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
      "  namespan evaluate --data dev.conll --detail --errors errors.txt",
      "  namespan evaluate --data dev.conll --report pages"
    })
final class EvaluateCommand implements Callable<Integer> {

  /** Options that mean nothing where predictions are read from a file. */
  private static final List<String> OF_MODELS =
      List.of("--model", "--min-score", "--case", "--scores", "--min-precision");

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

  @Mixin private ReportOption report = new ReportOption("evaluation.html");

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

  @Option(
      names = "--min-precision",
      paramLabel = "P",
      description =
          "Also print the lowest min score at which the precision is P, from 0 to 1, and what is"
              + " reached there. Tags the corpus eight times more.")
  private @Nullable Double minPrecision;

  @Option(
      names = "--detail",
      description =
          "Also print matches as nervaluate counts them (strict, exact, partial, type), in all and of"
              + " each type; scores by the length of entities and of sentences and in three cases;"
              + " the commonest words of each kind of error; and, where the corpus has its text, the"
              + " share of missed entities that the model's tokenizer cuts.")
  private boolean detail;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    EvaluatedCorpus evaluated = predicted == null ? scoreModel() : scoreFile(predicted);
    listings.write(evaluated);
    Path page = report.file();
    if (page != null) {
      EvaluationPage.write(evaluated, predicted == null ? model.name() : "" + predicted, page);
      report.tell(spec);
    }
    print(
        evaluated.withParts(
            detail ? evaluated.detail() : null,
            scores ? evaluated.scores() : null,
            evaluated.target()));
    return CommandLine.ExitCode.OK;
  }

  private EvaluatedCorpus scoreModel() throws IOException {
    if (minPrecision != null && !(minPrecision >= 0 && minPrecision <= 1)) {
      throw refuse("--min-precision is " + minPrecision + ", expected 0 to 1");
    }
    if (model.isRun() && (scores || minPrecision != null)) {
      throw refuse(
          (scores ? "--scores" : "--min-precision")
              + " needs a model file, not the folder of a run: export it");
    }
    GoldCorpus gold = maps.gold(corpusOptions.read(data, spec));
    GoldCorpus shown = gold.in(casing);
    requireOutputs(gold.corpus(), List.of(data));
    SeenEntities training = seen.read(corpusOptions, maps.modelMap(), spec);
    try (ScoredTagger scored = model.loadScored()) {
      ModelEvaluation evaluation =
          ModelEvaluation.of(scored.tagger(), scored.types(), "the model", shown);
      // Spans are told apart and listed by their tokens as the files write them.
      EvaluatedCorpus evaluated = EvaluatedCorpus.of(evaluation, gold, training);
      EntityTagger tagger = scored.model();
      boolean all = report.isGiven();
      if (tagger != null && (all || scores || listings.listsErrors())) {
        evaluated = evaluated.withSpanScores(SpanScores.of(tagger, shown));
      }
      return evaluated.withParts(
          all || detail ? detail(evaluated, scored, gold) : null,
          tagger != null && (all || scores) ? worth(evaluated.spanScores(), shown) : null,
          minPrecision == null ? null : PrecisionTarget.of(minPrecision, model::load, shown));
    }
  }

  private static EvaluationDetail detail(
      EvaluatedCorpus evaluated, ScoredTagger scored, GoldCorpus gold) throws IOException {
    EntityTagger tagger = scored.model();
    return EvaluationDetail.of(evaluated.sentences())
        .withModel(
            ScoreGroup.byCase(scored.tagger(), scored.types(), gold),
            tagger == null ? Optional.empty() : TokenizerErrors.of(tagger, gold));
  }

  private ScoreReport worth(SpanScores spanScores, GoldCorpus gold) throws IOException {
    return new ScoreReport(
        CalibrationError.of(ScoredPrediction.of(spanScores, gold)),
        PrecisionRecallCurve.of(model::load, gold));
  }

  private EvaluatedCorpus scoreFile(Path file) throws IOException {
    for (String option : OF_MODELS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw refuse(option + " needs a model: leave --predicted out");
      }
    }
    Corpus corpus = corpusOptions.read(data, spec);
    GoldCorpus gold = maps.gold(corpus);
    Corpus wellFormed = maps.gold(corpusOptions.wellFormed(data, corpus, spec)).corpus();
    requireOutputs(gold.corpus(), List.of(data, file));
    Corpus tags = corpusOptions.read(file, spec);
    FileEvaluation evaluation =
        FileEvaluation.of(
            gold,
            wellFormed,
            new FileEvaluation.Tags(tags, corpusOptions.wellFormed(file, tags, spec)));
    SeenEntities training = seen.read(corpusOptions, maps.modelMap(), spec);
    EvaluatedCorpus evaluated = EvaluatedCorpus.of(evaluation, gold, training);
    return evaluated.withParts(
        detail || report.isGiven() ? EvaluationDetail.of(evaluated.sentences()) : null, null, null);
  }

  private void requireOutputs(Corpus gold, List<Path> inputs) throws IOException {
    listings.require(gold, inputs, spec);
    report.require(inputs, spec);
  }

  private void print(EvaluatedCorpus evaluated) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ControlCharacters.escape("" + EvaluationReport.toJson(evaluated)));
    } else {
      out.print(EvaluationReport.toText(evaluated));
    }
    StandardOutput.send(out);
  }

  private CommandLine.ParameterException refuse(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
