package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.export.ParityReport;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.training.TrainedTagger;

/** Tells how good a tagger became, what was exported, and how close it is to its network. */
final class ExportSummary {

  private ExportSummary() {}

  static void print(PrintWriter out, Path file, TrainedTagger tagger, ParityReport parity)
      throws IOException {
    printScores(out, tagger);
    out.printf(
        Locale.ROOT,
        "DJL against ONNX Runtime on %,d sentences: scores differ by %.1e at most, %,d of %,d tags"
            + " agree (%.2f %%)%n",
        parity.sentences(),
        parity.maxDifference(),
        parity.sameTags(),
        parity.tokens(),
        100 * parity.agreement());
    if (parity.precision() != Precision.FP32) {
      out.printf(
          Locale.ROOT,
          "span F1 on them %.4f in %s, %.4f as trained: %+.4f%n",
          parity.fileF1(),
          parity.precision(),
          parity.networkF1(),
          parity.fileF1() - parity.networkF1());
    }
    out.printf(Locale.ROOT, "%s: %s, %,d bytes%n", file, parity.precision(), Files.size(file));
    StandardOutput.send(out);
  }

  /** Tells how good a teacher became, which stays in its checkpoint. */
  static void printTeacher(PrintWriter out, Path checkpoint, TrainedTagger tagger)
      throws IOException {
    printScores(out, tagger);
    out.printf(Locale.ROOT, "%s: teacher, %,d bytes%n", checkpoint, Files.size(checkpoint));
    StandardOutput.send(out);
  }

  private static void printScores(PrintWriter out, TrainedTagger tagger) {
    Map<String, String> facts = tagger.metadata().facts();
    if (facts.containsKey("dev.f1")) {
      out.println(
          ControlCharacters.escape(
              "best epoch " + facts.get("training.epoch") + ": " + scores("dev", facts)));
    } else {
      out.println(ControlCharacters.escape("last epoch " + facts.get("training.epoch")));
    }
    if (facts.containsKey("test.f1")) {
      out.println(ControlCharacters.escape(scores("test", facts)));
    }
  }

  private static String scores(String part, Map<String, String> facts) {
    return String.format(
        "%s token accuracy %s, precision %s, recall %s, F1 %s",
        part,
        facts.get(part + ".token_accuracy"),
        facts.get(part + ".precision"),
        facts.get(part + ".recall"),
        facts.get(part + ".f1"));
  }
}
