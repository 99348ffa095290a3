package org.namespan.examples.reliability.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.namespan.examples.reliability.ChildJvm;

/** The commands that are killed, each with what it reads. */
final class Jobs {

  /** One thread, for more sum in another order. */
  static final List<String> JVM = List.of("-Xmx512m", "-Dai.djl.pytorch.num_threads=1");

  private static final String CORPUS = "trainer/src/test/resources/fixtures/format-1.conll";
  private static final int RECORDS = 10_000;

  private final List<Job> all = new ArrayList<>();

  private Jobs() {}

  /**
   * A command.
   *
   * @param name of the command
   * @param given its arguments by the folder that it writes to
   * @param timed names of files that tell when and how fast
   */
  record Job(String name, Function<Path, List<String>> given, Set<String> timed) {

    List<String> arguments(Path folder) {
      return given.apply(folder);
    }
  }

  /** Those that are killed, their input in a folder. */
  static Jobs in(Path folder) throws IOException {
    Jobs jobs = new Jobs();
    String corpus = ChildJvm.inClone(CORPUS).toString();
    Path records = folder.resolve("records.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      lines.append("{\"id\":").append(i).append(",\"body\":\"Anna Lopez flew to Lisbon, she said ");
      lines.append(i).append(" times.\"}\n");
    }
    Files.writeString(records, lines);
    jobs.add(
        "train",
        Set.of("training.jsonl", "training.html", "checkpoint.safetensors"),
        place -> {
          List<String> arguments =
              new ArrayList<>(
                  List.of("train", "--data", corpus, "--dev", corpus, "--out", "" + place));
          arguments.addAll(List.of("--preset", "plain", "--epochs", "40", "--patience", "40"));
          if (Files.exists(place.resolve("checkpoint.safetensors"))) {
            arguments.add("--resume");
          }
          return arguments;
        });
    String run = folder.resolve("train-whole").toString();
    jobs.add(
        "export",
        Set.of(),
        place -> List.of("export", run, "--data", corpus, "--out", place + "/model.onnx"));
    for (String command : List.of("tag", "redact")) {
      jobs.add(
          command,
          Set.of(),
          place ->
              List.of(
                  command,
                  "--file",
                  records.toString(),
                  "--field",
                  "body",
                  "--output",
                  place + "/found.jsonl",
                  "--resume"));
    }
    return jobs;
  }

  private void add(String name, Set<String> timed, Function<Path, List<String>> arguments) {
    all.add(new Job(name, arguments, timed));
  }

  List<Job> all() {
    return all;
  }

  /** Deletes a folder with what is in it. */
  static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
