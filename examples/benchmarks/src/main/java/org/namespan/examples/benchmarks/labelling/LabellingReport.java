package org.namespan.examples.benchmarks.labelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.namespan.examples.benchmarks.labelling.LabelledPoint.Strategy;
import org.namespan.trainer.evaluation.Statistics;
import org.namespan.trainer.io.TextTable;

/**
 * The tables, the same in every locale.
 *
 * @param points of all seeds
 * @param pool name and size of the pool
 * @param command the command that was given
 */
record LabellingReport(List<LabelledPoint> points, String pool, String command) {

  /** The points of one strategy with as many sentences, averaged over seeds. */
  private record Mean(int sentences, double tokens, double entities, double f1, double deviation) {}

  /** The whole file. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder("# Labels that pay\n\n");
    text.append(pool).append(". `examples/benchmarks/README.md` tells what is measured.\n\n");
    text.append(scores().toMarkdown());
    text.append("\n## What random labelling needs for the same F1\n\n");
    text.append(savings().toMarkdown());
    return text.append("\n```\n").append(command).append("\n```\n").toString();
  }

  /** Aligned columns for a terminal. */
  String toText() {
    return scores().toText() + "\n" + savings().toText();
  }

  private TextTable scores() {
    TextTable table =
        new TextTable(1, List.of("strategy", "sentences", "tokens", "entities", "f1", "deviation"));
    for (Strategy strategy : Strategy.values()) {
      for (Mean mean : means(strategy)) {
        table.add(
            List.of(
                strategy.toString(),
                Integer.toString(mean.sentences()),
                String.format(Locale.ROOT, "%.0f", mean.tokens()),
                String.format(Locale.ROOT, "%.0f", mean.entities()),
                String.format(Locale.ROOT, "%.4f", mean.f1()),
                String.format(Locale.ROOT, "%.4f", mean.deviation())));
      }
    }
    return table;
  }

  private TextTable savings() {
    TextTable table =
        new TextTable(
            0, List.of("f1", "sentences", "at random", "fewer", "tokens", "at random", "fewer"));
    for (Mean mean : means(Strategy.SUGGESTED)) {
      List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%.4f", mean.f1())));
      cells.addAll(saving(mean, Mean::sentences));
      cells.addAll(saving(mean, Mean::tokens));
      table.add(cells);
    }
    return table;
  }

  private List<String> saving(Mean suggested, ToDoubleFunction<Mean> cost) {
    double paid = cost.applyAsDouble(suggested);
    OptionalDouble random = costAtRandom(suggested.f1(), cost);
    List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%.0f", paid)));
    if (random.isPresent()) {
      cells.add(String.format(Locale.ROOT, "%.0f", random.getAsDouble()));
      cells.add(String.format(Locale.ROOT, "%.0f %%", 100 * (1 - paid / random.getAsDouble())));
    } else {
      List<Mean> means = means(Strategy.RANDOM);
      double most = cost.applyAsDouble(means.get(means.size() - 1));
      cells.add(String.format(Locale.ROOT, "more than %.0f", most));
      cells.add(
          String.format(Locale.ROOT, "more than %.0f %%", Math.floor(100 * (1 - paid / most))));
    }
    return cells;
  }

  /** Where the line through the means of random labelling reaches a score; empty if it does not. */
  private OptionalDouble costAtRandom(double f1, ToDoubleFunction<Mean> cost) {
    List<Mean> means = means(Strategy.RANDOM);
    for (int i = 1; i < means.size(); i++) {
      Mean low = means.get(i - 1);
      Mean high = means.get(i);
      if (low.f1() <= f1 && f1 <= high.f1()) {
        double share = (f1 - low.f1()) / (high.f1() - low.f1());
        double from = cost.applyAsDouble(low);
        return OptionalDouble.of(from + share * (cost.applyAsDouble(high) - from));
      }
    }
    return OptionalDouble.empty();
  }

  private List<Mean> means(Strategy strategy) {
    List<LabelledPoint> own = points.stream().filter(p -> p.strategy() == strategy).toList();
    return own.stream()
        .mapToInt(LabelledPoint::sentences)
        .distinct()
        .sorted()
        .mapToObj(size -> mean(own.stream().filter(p -> p.sentences() == size).toList()))
        .toList();
  }

  private static Mean mean(List<LabelledPoint> seeds) {
    double[] f1 = seeds.stream().mapToDouble(LabelledPoint::f1).toArray();
    return new Mean(
        seeds.get(0).sentences(),
        seeds.stream().mapToInt(LabelledPoint::tokens).average().orElseThrow(),
        seeds.stream().mapToInt(LabelledPoint::entities).average().orElseThrow(),
        Statistics.mean(f1),
        f1.length < 2 ? 0 : Statistics.standardDeviation(f1));
  }
}
