package org.namespan.examples.spark.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tasks that tagged the rows of a job, those of its last stage, as Spark's event log tells
 * them.
 *
 * @param seconds from the start of the first task to the end of the last
 * @param coreSeconds that the tasks ran, added up; a task has one core
 */
record TaggingTasks(double seconds, double coreSeconds) {

  private static final double MILLIS = 1e3;

  /** Settings that make a job write its events to a folder, as lines of JSON. */
  static List<String> settings(Path folder) {
    return List.of(
        "spark.eventLog.enabled=true",
        "spark.eventLog.dir=" + folder.toUri(),
        "spark.eventLog.rolling.enabled=false",
        "spark.eventLog.compress=false");
  }

  /**
   * Reads the events of the one job that wrote to a folder.
   *
   * @throws IOException if there is no task that ended well
   */
  static TaggingTasks read(Path folder) throws IOException {
    Path log;
    try (Stream<Path> files = Files.list(folder)) {
      log = files.findFirst().orElseThrow(() -> new IOException(folder + ": found no event log"));
    }
    ObjectMapper json = new ObjectMapper();
    int stage = -1;
    long first = 0;
    long last = 0;
    long run = 0;
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = json.readTree(line);
        JsonNode task = event.path("Task Info");
        if (!event.path("Event").asText().equals("SparkListenerTaskEnd")
            || task.path("Failed").asBoolean()
            || event.path("Stage ID").asInt() < stage) {
          continue;
        }
        if (event.path("Stage ID").asInt() > stage) {
          stage = event.path("Stage ID").asInt();
          first = Long.MAX_VALUE;
          last = 0;
          run = 0;
        }
        first = Math.min(first, task.path("Launch Time").asLong());
        last = Math.max(last, task.path("Finish Time").asLong());
        run += event.path("Task Metrics").path("Executor Run Time").asLong();
      }
    }
    if (run == 0) {
      throw new IOException(log + ": found no task that ended well");
    }
    return new TaggingTasks((last - first) / MILLIS, run / MILLIS);
  }
}
