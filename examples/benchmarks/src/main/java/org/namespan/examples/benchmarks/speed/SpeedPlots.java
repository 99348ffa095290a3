package org.namespan.examples.benchmarks.speed;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler;
import org.namespan.examples.benchmarks.speed.Measured.Kind;
import org.namespan.trainer.AtomicFile;

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
    write(throughput(results), folder.resolve(THROUGHPUT));
    write(f1(results), folder.resolve(F1));
  }

  private static void write(IChart chart, Path file) throws IOException {
    BufferedImage image = BitmapEncoder.getBufferedImage(chart);
    AtomicFile.write(file, temporary -> ImageIO.write(image, "png", temporary.toFile()));
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
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Span F1 by speed and size of file")
            .xAxisTitle("tokens per second from ready tokens, one thread")
            .yAxisTitle("span F1")
            .build();
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setXAxisMin(0.0);
    DoubleSummaryStatistics scores =
        results.rows().stream()
            .map(row -> results.median(row, Figure.SPAN_F1))
            .flatMapToDouble(OptionalDouble::stream)
            .summaryStatistics();
    double margin = 0.01 + 0.1 * (scores.getMax() - scores.getMin());
    chart.getStyler().setYAxisMin(scores.getMin() - margin);
    chart.getStyler().setYAxisMax(scores.getMax() + margin);
    for (Measured row : results.rows()) {
      OptionalDouble f1 = results.median(row, Figure.SPAN_F1);
      Figure speed = row.kind() == Kind.OPENNLP ? Figure.TOKEN_SINGLE : Figure.TOKEN_BATCHES;
      OptionalDouble tokens = results.median(row, speed);
      if (f1.isPresent() && tokens.isPresent()) {
        double x = tokens.getAsDouble();
        double y = f1.getAsDouble();
        chart.addSeries(row.label(), new double[] {x}, new double[] {y});
        String size = Figure.FILE.format(results.median(row, Figure.FILE).orElseThrow()) + " MB";
        chart.addAnnotation(new AnnotationText(size, x, y + margin / 3, false));
      }
    }
    return chart;
  }
}
