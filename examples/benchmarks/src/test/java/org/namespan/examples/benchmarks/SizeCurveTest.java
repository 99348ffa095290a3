package org.namespan.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SizeCurveTest {

  private static final Path MODELS = Path.of("../../sdk/core/src/test/resources/fixtures");
  private static final Path LARGE = MODELS.resolve("format-2-characters.onnx");
  private static final Path SMALL = MODELS.resolve("format-1.onnx");
  private static final String CORPUS = "../../trainer/src/test/resources/fixtures/format-1.conll";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command =
        Programs.commandLine(new SizeCurve())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err, true));
    String[] plot = {"--plot", folder.resolve("curve.png").toString()};
    return command.execute(
        Stream.of(List.of(arguments), List.of(plot)).flatMap(List::stream).toArray(String[]::new));
  }

  @Test
  void printsARowForEachModelAndDrawsBothPlots() throws IOException {
    assertEquals(0, run(CORPUS, "large, 1=" + LARGE, "small=" + SMALL, "--rounds", "1"), "" + err);
    List<String> lines = out.toString().lines().toList();
    assertEquals(4, lines.size());
    // Both know the corpus by heart.
    assertTrue(lines.get(2).startsWith("| large, 1 | 1.0000 |  | "), lines.get(2));
    assertTrue(lines.get(3).startsWith("| small | 1.0000 | +.0000 | "), lines.get(3));
    String size = String.format(Locale.ROOT, " | %.2f | ", Files.size(SMALL) / 1e6);
    assertTrue(lines.get(3).contains(size), lines.get(3));
    BufferedImage image = ImageIO.read(folder.resolve("curve.png").toFile());
    assertEquals(List.of(1700, 500), List.of(image.getWidth(), image.getHeight()));
  }

  @Test
  void refusesWhatItCannotMeasure() {
    assertEquals(1, run(CORPUS, "large=" + LARGE, "none=" + folder.resolve("none.onnx")));
    assertTrue(err.toString().contains("none.onnx"), err.toString());
    assertEquals(2, run(CORPUS, "large=" + LARGE, "--rounds", "0"));
    assertTrue(err.toString().contains("--rounds is 0, expected at least 1"), err.toString());
    assertTrue(Files.notExists(folder.resolve("curve.png")));
  }
}
