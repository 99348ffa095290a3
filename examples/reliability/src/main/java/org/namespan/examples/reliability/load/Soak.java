package org.namespan.examples.reliability.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.namespan.examples.reliability.ChildJvm;
import org.namespan.examples.reliability.Findings;
import org.namespan.examples.reliability.Part;
import org.namespan.examples.reliability.Size;

/**
 * Tags for long by many threads. What is held in the second half must not be more than in the
 * quarter before it, but for a tenth; the first quarter is for compilers and caches.
 */
public final class Soak implements Part {

  private static final String ENGLISH =
      "sdk/model-en/src/main/resources/org/namespan/model/en/namespan-en.onnx";
  private static final List<String> MEASURES =
      List.of("MB resident", "MB of heap", "file handles", "threads", "p50, ms", "p99, ms");

  /** Which of them may not grow. */
  private static final List<Integer> FLAT = List.of(0, 2, 3);

  private static final double SLACK = 1.1;

  /** In less time compilers and caches make the most of what grows. */
  private static final int JUDGED_MINUTES = 5;

  @Override
  public Findings run(Size size, Path folder) throws IOException, InterruptedException {
    long seconds = 60L * size.soakMinutes();
    List<String> args = List.of(ChildJvm.inClone(ENGLISH).toString(), "" + seconds);
    List<String> options = List.of("-Xmx256m", "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"));
    ChildJvm.Ended ended =
        ChildJvm.run(options, SoakProgram.class, args, folder, 2 * seconds + 600);
    List<double[]> samples =
        ended.lines("sample ").stream()
            .map(
                line ->
                    Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray())
            .toList();
    List<String> told = ended.lines("told ");
    if (ended.exitCode() != 0 || told.isEmpty() || samples.isEmpty()) {
      return new Findings(
          "none told\n", List.of("soak: exit code " + ended.exitCode() + ": " + ended.output()));
    }
    Path plot = folder.resolve("soak.png");
    SoakPlot.write(samples, MEASURES, plot);
    Files.copy(plot, folder.resolveSibling("soak.png"), StandardCopyOption.REPLACE_EXISTING);
    return findings(samples, told.get(0).split(" ", -1), size);
  }

  private static Findings findings(List<double[]> samples, String[] told, Size size) {
    List<String> failures = new ArrayList<>();
    StringBuilder table =
        new StringBuilder("| | second quarter | second half |\n|---|---:|---:|\n");
    int count = samples.size();
    for (int m = 0; m < MEASURES.size(); m++) {
      double before = mean(samples.subList(count / 4, count / 2), m + 1);
      double after = mean(samples.subList(count / 2, count), m + 1);
      String measure = MEASURES.get(m);
      table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f |%n", measure, before, after));
      if (size.soakMinutes() >= JUDGED_MINUTES && FLAT.contains(m) && after > SLACK * before) {
        failures.add(measure + " grew from " + before + " to " + after);
      }
    }
    if (!told[2].equals("0")) {
      failures.add(told[2] + " wrong answers");
    }
    table.append(
        String.format(
            Locale.ROOT,
            "%n%d minutes, 8 threads, 256 MB of heap: %,d calls, %,d taggers loaded and closed"
                + " among them, %,d wrong answers. Means.%n",
            size.soakMinutes(),
            Long.parseLong(told[0]),
            Long.parseLong(told[1]),
            Long.parseLong(told[2])));
    return new Findings(table.toString(), failures);
  }

  private static double mean(List<double[]> samples, int column) {
    return samples.stream().mapToDouble(sample -> sample[column]).average().orElseThrow();
  }
}
