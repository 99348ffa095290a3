package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.namespan.classification.Classification;
import org.namespan.classification.TextClassifier;
import org.namespan.model.decode.Activation;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.evaluation.ClassEvaluation;
import org.namespan.trainer.classifier.evaluation.ClassEvaluationResult;
import org.namespan.trainer.classifier.evaluation.ClassReport;
import org.namespan.trainer.report.ClassificationPage;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan classifier evaluate}. */
@Command(
    name = "evaluate",
    header = "Scores a classifier on labelled texts.",
    description = {
      "Prints precision, recall, F1 and the areas under ROC and precision by recall of each class;"
          + " their means; accuracy with its interval, a bootstrap over texts (1,000 draws, 95 %%);"
          + " the commonest confusions; how far scores are from probabilities; and texts per second"
          + " on one thread."
    },
    footer = {
      "",
      "Examples:",
      "  namespan classifier evaluate --model runs/moods/model.onnx --data test.tsv",
      "  namespan classifier evaluate --model moods.onnx --data test.jsonl --json",
      "  namespan classifier evaluate --model moods.onnx --data test.tsv --report pages"
    })
final class ClassifierEvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "FILE",
      description = "Model file (.onnx) of a classifier.")
  private Path model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Labelled texts to score on; may be repeated.")
  private List<Path> data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private ReportOption report = new ReportOption("evaluation.html");

  @ArgGroup(validate = false, heading = LabelledTexts.HEADING)
  private LabelledTexts texts = new LabelledTexts();

  @Override
  public Integer call() throws IOException {
    report.require(data, spec);
    try (TextClassifier classifier = TextClassifier.load(model)) {
      boolean several = classifier.info().severalClasses();
      LabelledCorpus corpus = texts.read(data, several);
      corpus.requireClasses(Set.copyOf(classifier.info().classes()), "the model");
      List<String> classes = classifier.info().classes();
      ClassEvaluation evaluation =
          new ClassEvaluation(classes, several ? Activation.SIGMOID : Activation.SOFTMAX);
      List<String> raw = corpus.texts().stream().map(LabelledText::text).toList();
      long start = System.nanoTime();
      List<Classification> found = classifier.classifyAll(raw);
      double seconds = (System.nanoTime() - start) / 1e9;
      for (int i = 0; i < found.size(); i++) {
        add(corpus.texts().get(i), found.get(i), classes, evaluation);
      }
      Path page = report.file();
      if (page != null) {
        ClassificationPage.write(evaluation, corpus, "" + model, raw.size() / seconds, page);
        report.tell(spec);
      }
      print(evaluation.result(), raw.size() / seconds);
    }
    return CommandLine.ExitCode.OK;
  }

  private static void add(
      LabelledText gold, Classification found, List<String> classes, ClassEvaluation evaluation) {
    double[] scores = new double[classes.size()];
    found.scores().forEach(scored -> scores[classes.indexOf(scored.name())] = scored.score());
    List<Integer> indices = new ArrayList<>();
    found.classes().forEach(name -> indices.add(classes.indexOf(name)));
    evaluation.add(gold.classes(), indices, scores);
  }

  private void print(ClassEvaluationResult result, double textsPerSecond) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ControlCharacters.escape("" + ClassReport.toJson(result, textsPerSecond)));
    } else {
      out.print(ClassReport.toText(result, textsPerSecond));
    }
    StandardOutput.send(out);
  }
}
