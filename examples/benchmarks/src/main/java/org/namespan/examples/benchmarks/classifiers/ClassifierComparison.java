package org.namespan.examples.benchmarks.classifiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.namespan.EntityTagger;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.model.decode.Activation;
import org.namespan.model.session.TaggerSession;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.corpus.LabelledTextFormats;
import org.namespan.trainer.classifier.corpus.LabelledTextOptions;
import org.namespan.trainer.classifier.evaluation.ClassEvaluation;
import org.namespan.trainer.classifier.evaluation.ClassEvaluationResult;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.io.TextTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Text classifiers beside OpenNLP's document categorizer and a linear bag of words. */
@Command(
    name = "classifiers",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains OpenNLP's DocumentCategorizerME and Tribuo's logistic regression over words and pairs"
          + " of words, scores them and NameSpan models on other texts, and prints a Markdown table:"
          + " accuracy with its 95 %% interval (bootstrap over texts), macro F1, size, and texts per"
          + " second on one thread, from raw text to class; all read the same tokens."
    })
public final class ClassifierComparison implements Callable<Integer> {

  private static final String ENGLISH = "/org/namespan/model/en/namespan-en.onnx";
  private static final int ROUNDS = 5;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "NameSpan classifiers that were trained on the same file.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "Texts to train on, as 'namespan classifier train' takes them.")
  private Path train;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Texts to score on.")
  private Path data;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new ClassifierComparison()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    // Before the trainings, which take minutes.
    for (Path model : models) {
      NameSpanCategorizer.require(model);
    }
    LabelledCorpus training = read(train);
    LabelledCorpus corpus = read(data);
    Words words = words();
    TextTable table =
        new TextTable(
            1, List.of("", "accuracy", "95 % interval", "macro F1", "MB", "texts/s", "times"));
    double[] first = new double[1];
    add(OpenNlpCategorizer.train(training, words, 5), corpus, first, table);
    add(OpenNlpCategorizer.train(training, words, 0), corpus, first, table);
    add(LinearCategorizer.train(training, words), corpus, first, table);
    for (Path model : models) {
      try (NameSpanCategorizer categorizer = new NameSpanCategorizer(model)) {
        add(categorizer, corpus, first, table);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.toMarkdown());
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static LabelledCorpus read(Path file) throws IOException {
    return LabelledTextFormats.detect(file)
        .read(file, LabelledTextOptions.DEFAULT, CorpusErrorHandler.FAIL);
  }

  private static Words words() throws IOException {
    try (InputStream stream = EntityTagger.class.getResourceAsStream(ENGLISH)) {
      if (stream == null) {
        throw new IOException("the bundled English model is not on the class path");
      }
      try (TaggerSession session = TaggerSession.open(stream)) {
        return new Words(session.metadata().textModels());
      }
    }
  }

  /**
   * Adds a row.
   *
   * @param first texts per second of the first row, which the others are told by
   */
  private static void add(
      Categorizer categorizer, LabelledCorpus corpus, double[] first, TextTable table) {
    List<String> texts = corpus.texts().stream().map(LabelledText::text).toList();
    ClassEvaluationResult result = evaluate(categorizer.classify(texts), corpus);
    double perSecond = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      categorizer.classify(texts);
      perSecond = Math.max(perSecond, texts.size() * 1e9 / (System.nanoTime() - start));
    }
    first[0] = first[0] == 0 ? perSecond : first[0];
    table.add(
        List.of(
            categorizer.name(),
            String.format(Locale.ROOT, "%.4f", result.accuracy()),
            String.format(
                Locale.ROOT,
                "[%.3f, %.3f]",
                result.accuracyInterval().low(),
                result.accuracyInterval().high()),
            String.format(Locale.ROOT, "%.4f", result.macroF1()),
            String.format(Locale.ROOT, "%.2f", categorizer.bytes() / 1e6),
            String.format(Locale.ROOT, "%,.0f", perSecond),
            String.format(Locale.ROOT, "%.2f", perSecond / first[0])));
  }

  static ClassEvaluationResult evaluate(List<String> found, LabelledCorpus corpus) {
    TreeSet<String> all = new TreeSet<>(corpus.classes());
    all.addAll(found);
    List<String> classes = List.copyOf(all);
    ClassEvaluation evaluation = new ClassEvaluation(classes, Activation.SOFTMAX);
    for (int i = 0; i < found.size(); i++) {
      int index = classes.indexOf(found.get(i));
      double[] scores = new double[classes.size()];
      scores[index] = 1;
      evaluation.add(corpus.texts().get(i).classes(), List.of(index), scores);
    }
    return evaluation.result();
  }
}
