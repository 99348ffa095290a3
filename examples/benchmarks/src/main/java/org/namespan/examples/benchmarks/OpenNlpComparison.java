package org.namespan.examples.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.TypeMap;
import org.namespan.trainer.evaluation.Comparison;
import org.namespan.trainer.evaluation.ComparisonReport;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.SeenEntities;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Trains OpenNLP's name finder and scores it, and NameSpan models beside it, as {@code namespan
 * compare} does.
 */
@Command(
    name = "OpenNlpComparison",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains OpenNLP's name finder with its default features on one thread and prints"
          + " the table of 'namespan compare' for it and for NameSpan models."
    })
public final class OpenNlpComparison implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "NameSpan models that were trained on the same file, to score beside it.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "Corpus to train on, and to tell seen from unseen entities.")
  private Path train;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Corpus to score on.")
  private Path data;

  @Option(names = "--map", paramLabel = "FILE", description = "Type map of the corpus to score on.")
  private @Nullable Path map;

  @Option(
      names = "--model-map",
      paramLabel = "FILE",
      description = "Type map of what OpenNLP and the models predict, as for 'namespan compare'.")
  private @Nullable Path modelMap;

  @Option(
      names = "--algorithm",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OpenNlpTagger.Algorithm algorithm = OpenNlpTagger.Algorithm.PERCEPTRON;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Passes over the corpus. Default: ${DEFAULT-VALUE}.")
  private int iterations = 100;

  @Option(
      names = "--cutoff",
      paramLabel = "N",
      description =
          "Features that occur less often are left out. Default: 0 for the perceptron, 5 for"
              + " maxent, as OpenNLP's manual has it.")
  private @Nullable Integer cutoff;

  @Option(names = "--markdown", description = "Print Markdown tables.")
  private boolean markdown;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    Programs.run(new OpenNlpComparison(), args);
  }

  @Override
  public Integer call() throws IOException {
    Corpus training = CorpusFormats.read(train);
    Corpus corpus = CorpusFormats.read(data);
    TypeMap modelTypes = modelMap == null ? null : TypeMap.read(modelMap);
    SeenEntities seen =
        modelTypes == null ? new SeenEntities(training) : new SeenEntities(training, modelTypes);
    GoldCorpus gold = GoldCorpus.of(corpus, map == null ? null : TypeMap.read(map), modelTypes);
    // Before the training, which takes minutes.
    gold.requireTypes(training.types(), training.name());
    Comparison comparison = new Comparison(gold, seen);
    String name = "OpenNLP " + algorithm.name().toLowerCase(Locale.ROOT);
    comparison.add(
        name,
        training.types(),
        OpenNlpTagger.train(
            training, algorithm, iterations, cutoff != null ? cutoff : algorithm.cutoff));
    for (Path model : models) {
      try (EntityTagger tagger = EntityTagger.load(model)) {
        comparison.add(model.toString(), tagger);
      }
    }
    ComparisonReport report = new ComparisonReport(comparison, false);
    PrintWriter out = spec.commandLine().getOut();
    out.print(markdown ? report.toMarkdown() : report.toText());
    out.flush();
    return CommandLine.ExitCode.OK;
  }
}
