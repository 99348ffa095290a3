package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.classifier.export.ClassifierParity;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.network.part.Precision;

/** Tells how good a classifier became, what was exported, and how close it is to its network. */
final class ClassifierSummary {

  private ClassifierSummary() {}

  static void print(
      PrintWriter out, Path file, TrainedClassifier classifier, ClassifierParity parity)
      throws IOException {
    Map<String, String> facts = classifier.metadata().facts();
    String epoch = facts.get("training.epoch");
    out.println(
        ControlCharacters.escape(
            facts.containsKey("dev.accuracy")
                ? "best epoch "
                    + epoch
                    + ": dev accuracy "
                    + facts.get("dev.accuracy")
                    + ", macro F1 "
                    + facts.get("dev.macro.f1")
                    + ", micro F1 "
                    + facts.get("dev.micro.f1")
                : "last epoch " + epoch));
    out.printf(
        Locale.ROOT,
        "DJL against ONNX Runtime on %,d texts: logits differ by %.1e at most, %,d have the same"
            + " classes%n",
        parity.texts(),
        parity.maxDifference(),
        parity.sameClasses());
    if (parity.precision() != Precision.FP32) {
      out.printf(
          Locale.ROOT,
          "accuracy on them %.4f in %s, %.4f as trained: %+.4f%n",
          parity.fileAccuracy(),
          parity.precision(),
          parity.networkAccuracy(),
          parity.fileAccuracy() - parity.networkAccuracy());
    }
    out.printf(Locale.ROOT, "%s: %s, %,d bytes%n", file, parity.precision(), Files.size(file));
    StandardOutput.send(out);
  }
}
