package org.namespan.examples.benchmarks;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.namespan.trainer.io.AtomicFile;

/** What the plots of the programs have in common. */
public final class Plots {

  private static final int HEIGHT = 500;

  private Plots() {}

  /**
   * One point of a scatter plot.
   *
   * @param name what the legend calls it; each has its own
   * @param note stands above it
   */
  public record Point(String name, double x, double y, String note) {}

  /**
   * A scatter plot whose x axis begins at 0.
   *
   * @param width in pixels
   * @param legend whether it names the points
   * @param points at least one
   */
  public static XYChart scatter(
      String title, String xTitle, String yTitle, int width, boolean legend, List<Point> points) {
    XYChart chart =
        new XYChartBuilder()
            .width(width)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setLegendVisible(legend);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setXAxisMin(0.0);
    DoubleSummaryStatistics heights = points.stream().mapToDouble(Point::y).summaryStatistics();
    double margin = 0.1 * Math.max(0.01, heights.getMax() - heights.getMin());
    chart.getStyler().setYAxisMin(heights.getMin() - margin);
    chart.getStyler().setYAxisMax(heights.getMax() + margin);
    for (Point point : points) {
      chart.addSeries(point.name(), new double[] {point.x()}, new double[] {point.y()});
      chart.addAnnotation(
          new AnnotationText(point.note(), point.x(), point.y() + margin / 3, false));
    }
    return chart;
  }

  /** Writes charts beside each other as one PNG file. */
  public static void write(Path file, Chart<?, ?>... charts) throws IOException {
    int width = 0;
    int height = 0;
    for (Chart<?, ?> chart : charts) {
      width += chart.getWidth();
      height = Math.max(height, chart.getHeight());
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    int x = 0;
    for (Chart<?, ?> chart : charts) {
      graphics.drawImage(BitmapEncoder.getBufferedImage(chart), x, 0, null);
      x += chart.getWidth();
    }
    graphics.dispose();
    AtomicFile.write(file, temporary -> ImageIO.write(image, "png", temporary.toFile()));
  }
}
