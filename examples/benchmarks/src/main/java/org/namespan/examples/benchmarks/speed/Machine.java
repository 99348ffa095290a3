package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import opennlp.tools.util.Version;

/**
 * Where and when a run was made.
 *
 * @param processor its name as the system tells it, else its architecture
 * @param cores processors that the JVM may use
 * @param system operating system and its version
 * @param java name and version of the JVM
 * @param libraries versions of ONNX Runtime and OpenNLP
 * @param load the system's load average of the last minute, before the run; negative if unknown
 * @param date day of the run
 */
record Machine(
    String processor,
    int cores,
    String system,
    String java,
    String libraries,
    double load,
    LocalDate date) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /**
   * This machine, now.
   *
   * @throws OrtException if ONNX Runtime does not start
   */
  static Machine here() throws IOException, OrtException {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        "ONNX Runtime "
            + BareSession.environment().getVersion()
            + ", OpenNLP "
            + Version.currentVersion(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        LocalDate.now(ZoneId.systemDefault()));
  }

  private static String processorName() throws IOException {
    String architecture = System.getProperty("os.arch");
    if (!Files.isReadable(PROCESSORS)) {
      return architecture;
    }
    return Files.readAllLines(PROCESSORS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(architecture);
  }
}
