package org.namespan.examples.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.ModelEvaluation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Models of many sizes by their span F1, file size and speed; {@code curve} starts it. */
@Command(
    name = "examples/benchmarks/curve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints span F1, size of file and tokens per second of models as a Markdown table, and draws"
          + " F1 against both."
    })
public final class SizeCurve implements Callable<Integer> {

  private static final int WIDTH = 700;
  private static final int WIDTH_WITH_LEGEND = 1000;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DATA", description = "Corpus that is tagged and scored.")
  private Path data;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "NAME=MODEL",
      description = "Model files, each with a name. The others are compared with the first.")
  private Map<String, Path> models = new LinkedHashMap<>();

  @Option(names = "--plot", required = true, paramLabel = "FILE", description = "PNG file to draw.")
  private Path plot;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Times that each model tags all, in turns; the median counts. Default: 9.")
  private int rounds = 9;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    Programs.run(new SizeCurve(), args);
  }

  @Override
  public Integer call() throws IOException {
    if (rounds < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--rounds is " + rounds + ", expected at least 1");
    }
    Corpus corpus = CorpusFormats.read(data);
    GoldCorpus gold = new GoldCorpus(corpus);
    List<List<String>> sentences = corpus.tokens();
    List<Row> rows = new ArrayList<>();
    try {
      for (Map.Entry<String, Path> model : models.entrySet()) {
        rows.add(Row.of(model.getKey(), model.getValue(), gold));
      }
      for (int round = 0; round < rounds; round++) {
        for (Row row : rows) {
          row.time(sentences, corpus.tokenCount());
        }
      }
      print(rows);
      draw(rows);
    } finally {
      rows.forEach(row -> row.tagger.close());
    }
    return CommandLine.ExitCode.OK;
  }

  private void print(List<Row> rows) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("| model | span F1 | difference | lower case | upper case | MB | tokens/s |");
    out.println("|---|---|---|---|---|---|---|");
    Row first = rows.get(0);
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %s | %s | %.2f | %,.0f |%n",
          row.name,
          score("%.4f", row.f1),
          row == first ? "" : score("%+.4f", row.f1 - first.f1),
          score("%.4f", row.lowerCaseF1),
          score("%.4f", row.upperCaseF1),
          row.megabytes,
          row.tokensPerSecond());
    }
    out.flush();
  }

  /** Without the 0 before the point, as papers write scores. */
  private static String score(String format, double score) {
    return String.format(Locale.ROOT, format, score).replace("0.", ".");
  }

  private void draw(List<Row> rows) throws IOException {
    List<Plots.Point> bySize = new ArrayList<>();
    List<Plots.Point> bySpeed = new ArrayList<>();
    for (Row row : rows) {
      double thousands = row.tokensPerSecond() / 1000;
      String speed = String.format(Locale.ROOT, "%.0fk", thousands);
      String size = String.format(Locale.ROOT, "%.1f MB", row.megabytes);
      bySize.add(new Plots.Point(row.name, row.megabytes, row.f1, speed));
      bySpeed.add(new Plots.Point(row.name, thousands, row.f1, size));
    }
    Plots.write(
        plot,
        Plots.scatter(
            "Span F1 by size of file",
            "MB; thousands of tokens per second at the points",
            "span F1",
            WIDTH,
            false,
            bySize),
        Plots.scatter(
            "Span F1 by speed",
            "thousands of tokens per second, one thread; size at the points",
            "span F1",
            WIDTH_WITH_LEGEND,
            true,
            bySpeed));
  }

  /** One model with its figures. */
  private static final class Row {
    private final String name;
    private final EntityTagger tagger;
    private final double megabytes;
    private final double f1;
    private final double lowerCaseF1;
    private final double upperCaseF1;
    private final List<Double> tokensPerSecond = new ArrayList<>();

    private Row(String name, Path file, EntityTagger tagger, GoldCorpus gold) throws IOException {
      this.name = name;
      this.tagger = tagger;
      this.megabytes = Files.size(file) / 1e6;
      this.f1 = f1(gold, Casing.KEEP);
      this.lowerCaseF1 = f1(gold, Casing.LOWER);
      this.upperCaseF1 = f1(gold, Casing.UPPER);
    }

    static Row of(String name, Path file, GoldCorpus gold) throws IOException {
      EntityTagger tagger = EntityTagger.load(file);
      boolean usable = false;
      try {
        Row row = new Row(name, file, tagger, gold);
        usable = true;
        return row;
      } finally {
        if (!usable) {
          tagger.close();
        }
      }
    }

    private double f1(GoldCorpus gold, Casing casing) throws IOException {
      return ModelEvaluation.of(tagger, gold.in(casing)).result().overall().f1();
    }

    void time(List<List<String>> sentences, int tokens) {
      long start = System.nanoTime();
      tagger.tagAllTokens(sentences);
      tokensPerSecond.add(tokens * 1e9 / Math.max(1, System.nanoTime() - start));
    }

    double tokensPerSecond() {
      return Median.of(tokensPerSecond).orElseThrow();
    }
  }
}
