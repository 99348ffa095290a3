package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.export.ParityReport;
import org.namespan.trainer.training.TrainedTagger;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code namespan export}. */
@Command(
    name = "export",
    header = "Writes the tagger of a run as an ONNX file.",
    description = {
      "Exports the best epoch of a run that is done, was cut off, or is still going; the last epoch"
          + " of a run without --dev. The file is loaded again and compared with the network on an"
          + " annotated corpus: scores, tags and span F1. It is not written if they are too far"
          + " from the network's."
    },
    footer = {
      "",
      "Example:",
      "  namespan export runs/mine --data dev.conll --out mine.onnx --precision int8"
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder of the run, or a checkpoint file.")
  private Path run;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE[=MAP]",
      description =
          "Annotated corpus to compare on, with a type map where the run was trained with one.")
  private Path data;

  @Option(
      names = "--sentences",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Compare on the first N sentences. Default: ${DEFAULT-VALUE}.")
  private int sentences;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Model file to write.")
  private Path out;

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      description =
          "Score above which the model will report an entity, from 0 to below 1; 0 for the entities"
              + " of the best path. Default: that of the run.")
  private @Nullable Double minScore;

  @Mixin private PrecisionOption precision = new PrecisionOption();

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Override
  public Integer call() throws IOException {
    AtLeast.one("--sentences", sentences, spec);
    ModelOption.requireMinScore(minScore, spec);
    double maxLoss = precision.maxLoss(spec);
    Outputs.requireFile(out);
    TrainedTagger tagger = TrainedTagger.read(run);
    if (minScore != null) {
      tagger = tagger.withMinScore(minScore);
    }
    Corpus corpus = corpusOptions.readAll(List.of(data), spec).get(0);
    corpus.requireTypes(tagger.metadata().tagSet().types(), "the model");
    ParityReport parity =
        ModelExporter.export(tagger, precision.precision(), maxLoss, corpus.first(sentences), out);
    ExportSummary.print(spec.commandLine().getOut(), out, tagger, parity);
    return CommandLine.ExitCode.OK;
  }
}
