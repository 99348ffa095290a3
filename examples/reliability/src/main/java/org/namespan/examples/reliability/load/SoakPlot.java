package org.namespan.examples.reliability.load;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.namespan.trainer.io.AtomicFile;

/** Draws each measure over time, from 0, in a grid of small charts. */
final class SoakPlot {

  private static final int COLUMNS = 3;
  private static final int WIDTH = 360;
  private static final int HEIGHT = 220;

  private SoakPlot() {}

  /**
   * @param samples seconds, then one number for each measure
   */
  static void write(List<double[]> samples, List<String> measures, Path file) throws IOException {
    int rows = (measures.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage image =
        new BufferedImage(COLUMNS * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    double[] minutes = samples.stream().mapToDouble(sample -> sample[0] / 60).toArray();
    for (int m = 0; m < measures.size(); m++) {
      int column = m + 1;
      double[] values = samples.stream().mapToDouble(sample -> sample[column]).toArray();
      graphics.drawImage(
          BitmapEncoder.getBufferedImage(chart(measures.get(m), minutes, values)),
          m % COLUMNS * WIDTH,
          m / COLUMNS * HEIGHT,
          null);
    }
    graphics.dispose();
    AtomicFile.write(file, temporary -> ImageIO.write(image, "png", temporary.toFile()));
  }

  private static XYChart chart(String title, double[] minutes, double[] values) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("minutes").build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisMin(0.0);
    chart.addSeries(title, minutes, values).setMarker(SeriesMarkers.NONE);
    return chart;
  }
}
