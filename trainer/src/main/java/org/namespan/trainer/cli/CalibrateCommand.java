package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.export.CalibrationReport;
import org.namespan.trainer.export.ModelCalibrator;
import org.namespan.trainer.io.TextTable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan calibrate}. */
@Command(
    name = "calibrate",
    header = "Makes the scores of a model probabilities.",
    description = {
      "Learns from annotated corpora how often entities of some score are right, and writes the"
          + " model with scores that say so (Platt scaling). Its weights stay, and it reports the"
          + " entities that it reported before, unless --min-precision is given.",
      "",
      "Give several corpora, of texts such as the model will read, that it was not trained on. Each"
          + " weighs the same, however large it is. Entities of types that a corpus is not annotated"
          + " with, or that its map leaves open, have no part in it.",
      "",
      "Prints the expected calibration error of reported entities on each corpus, before and after;"
          + " that of other corpora is told by 'namespan evaluate --scores'."
    },
    footer = {
      "",
      "Examples:",
      "  namespan calibrate --model a.onnx --data dev.conll --out b.onnx",
      "  namespan calibrate --model a.onnx --data ewt.iob2=uner.map \\",
      "      --data dev.conll --min-precision 0.9 --out b.onnx"
    })
final class CalibrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "FILE",
      description = "Model file (.onnx).")
  private Path model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE[=MAP]",
      description =
          "Annotated corpus, with a type map where its types are not those of the model. May be given"
              + " several times.")
  private List<Path> data;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Model file to write; may be the one that is read.")
  private Path out;

  @Option(
      names = "--min-precision",
      paramLabel = "P",
      description =
          "Have the model report entities above the lowest score at which their precision, the mean"
              + " of the corpora, is P, from 0 to 1. Default: report what it reported before.")
  private @Nullable Double minPrecision;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Override
  public Integer call() throws IOException {
    if (minPrecision != null && !(minPrecision >= 0 && minPrecision <= 1)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--min-precision is " + minPrecision + ", expected 0 to 1");
    }
    Outputs.requireFile(out);
    List<GoldCorpus> corpora = corpusOptions.readAllGold(data, spec);
    print(ModelCalibrator.calibrate(model, corpora, minPrecision, out));
    return CommandLine.ExitCode.OK;
  }

  private void print(CalibrationReport report) throws IOException {
    TextTable table = new TextTable(1, List.of("calibration error", "spans", "before", "after"));
    for (CalibrationReport.Row row : report.rows()) {
      table.add(
          List.of(
              row.corpus(),
              Long.toString(row.after().predictions()),
              String.format(Locale.ROOT, "%.4f", row.before().expected()),
              String.format(Locale.ROOT, "%.4f", row.after().expected())));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.toText());
    out.printf(
        Locale.ROOT,
        "slope %s, offset %s, min score %.4f%n",
        report.calibration().slope(),
        report.calibration().offset(),
        report.minScore());
    StandardOutput.send(out);
  }
}
