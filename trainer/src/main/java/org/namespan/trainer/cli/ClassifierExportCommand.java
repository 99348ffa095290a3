package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.namespan.model.decode.Activation;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.export.ClassifierExporter;
import org.namespan.trainer.classifier.export.ClassifierParity;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code namespan classifier export}. */
@Command(
    name = "export",
    header = "Writes the classifier of a run as an ONNX file.",
    description = {
      "Exports the best epoch of a run that is done, was cut off, or is still going; the last epoch"
          + " of a run without --dev. The file is loaded again and compared with the network on"
          + " labelled texts, and not written if it is too far from it."
    },
    footer = {
      "",
      "Example:",
      "  namespan classifier export runs/moods --data dev.tsv --out moods.onnx --precision int8"
    })
final class ClassifierExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder of the run, or a checkpoint file.")
  private Path run;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Labelled texts to compare on; may be repeated.")
  private List<Path> data;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Model file to write.")
  private Path out;

  @Mixin private PrecisionOption precision = new PrecisionOption();

  @ArgGroup(validate = false, heading = LabelledTexts.HEADING)
  private LabelledTexts texts = new LabelledTexts();

  @Override
  public Integer call() throws IOException {
    double maxLoss = precision.maxLoss(spec);
    Outputs.requireFile(out);
    TrainedClassifier classifier = TrainedClassifier.read(run);
    boolean several = classifier.metadata().activation() == Activation.SIGMOID;
    LabelledCorpus corpus = texts.read(data, several);
    corpus.requireClasses(Set.copyOf(classifier.metadata().classes()), "the model");
    ClassifierParity parity =
        ClassifierExporter.export(classifier, precision.precision(), maxLoss, corpus, out);
    ClassifierSummary.print(spec.commandLine().getOut(), out, classifier, parity);
    return CommandLine.ExitCode.OK;
  }
}
