package org.namespan.examples.benchmarks.speed;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.namespan.examples.benchmarks.Plots;
import org.namespan.examples.benchmarks.speed.Measured.Kind;

/** Draws results as PNG files. */
final class SpeedPlots {

  /** File of the plot of tokens per second. */
  static final String THROUGHPUT = "speed.png";

  /** File of the plot of span F1 by tokens per second. */
  static final String F1 = "speed-f1.png";

  private static final int WIDTH = 1200;
  private static final int HEIGHT = 500;

  private static final List<Figure> BARS =
      List.of(Figure.RAW_BATCHES, Figure.RAW_SINGLE, Figure.TOKEN_BATCHES, Figure.TOKEN_SINGLE);

  private SpeedPlots() {}

  /** Writes both files into a folder. */
  static void write(SpeedResults results, Path folder) throws IOException {
    Plots.write(folder.resolve(THROUGHPUT), throughput(results));
    Plots.write(folder.resolve(F1), f1(results));
  }

  /** Bars of tokens per second on one thread. */
  private static CategoryChart throughput(SpeedResults results) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Tokens per second, one thread")
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisDecimalPattern("#,##0");
    for (Measured row : results.rows()) {
      if (row.kind() == Kind.MATRIX_PRODUCT) {
        // No tagger, and so high that the others would be hard to tell apart.
        continue;
      }
      List<Double> heights = new ArrayList<>();
      for (Figure figure : BARS) {
        heights.add(results.median(row, figure).orElse(0));
      }
      chart.addSeries(row.label(), BARS.stream().map(Figure::title).toList(), heights);
    }
    return chart;
  }

  /** One point for each tagger, with the size of its file. */
  private static XYChart f1(SpeedResults results) {
    List<Plots.Point> points = new ArrayList<>();
    for (Measured row : results.rows()) {
      OptionalDouble f1 = results.median(row, Figure.SPAN_F1);
      Figure speed = row.kind() == Kind.OPENNLP ? Figure.TOKEN_SINGLE : Figure.TOKEN_BATCHES;
      OptionalDouble tokens = results.median(row, speed);
      if (f1.isPresent() && tokens.isPresent()) {
        String size = Figure.FILE.format(results.median(row, Figure.FILE).orElseThrow()) + " MB";
        points.add(new Plots.Point(row.label(), tokens.getAsDouble(), f1.getAsDouble(), size));
      }
    }
    return Plots.scatter(
        "Span F1 by speed and size of file",
        "tokens per second from ready tokens, one thread",
        "span F1",
        WIDTH,
        true,
        points);
  }
}
