package org.namespan.examples.reliability.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.namespan.examples.reliability.ChildJvm;
import org.namespan.examples.reliability.Findings;
import org.namespan.examples.reliability.Part;
import org.namespan.examples.reliability.Size;
import org.namespan.trainer.cli.NamespanCommand;

/** Faults that come from outside of the library, each in a JVM of its own. */
public final class InjectedFaults implements Part {

  private static final long PATIENCE = 3600;
  private static final String BEFORE = "what was there\n";

  private final List<String> failures = new ArrayList<>();
  private final StringBuilder table =
      new StringBuilder("| fault | times | as promised |\n|---|---:|---:|\n");

  @Override
  public Findings run(Size size, Path folder) throws IOException, InterruptedException {
    for (FaultProgram.Fault fault : FaultProgram.Fault.values()) {
      String times = "" + size.faults();
      ChildJvm.Ended ended =
          ChildJvm.run(
              List.of("-Xmx" + fault.heap(), "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log")),
              FaultProgram.class,
              List.of(fault.name(), times),
              folder,
              PATIENCE);
      List<String> right = ended.lines("right ");
      row(fault.title(), times, right.isEmpty() ? "0" : right.get(0));
      if (ended.exitCode() != 0 || !right.equals(List.of(times))) {
        failures.add(fault.title() + ": exit code " + ended.exitCode() + ": " + ended.output());
      }
    }
    fullDisk(folder);
    return new Findings(table.toString(), failures);
  }

  private void row(String fault, String times, String right) {
    table.append(String.format(Locale.ROOT, "| %s | %s | %s |%n", fault, times, right));
  }

  /** A disk of 256 KB in memory, which only root may make: what was there must stay. */
  private void fullDisk(Path folder) throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    String fault = "a full disk, under `namespan tag --output` over a file";
    if (run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) != 0) {
      row(fault, "0", "0");
      return;
    }
    try {
      Path input = folder.resolve("texts.jsonl");
      Files.writeString(input, "{\"body\":\"Barack Obama flew to Thailand.\"}\n".repeat(10_000));
      Path output = disk.resolve("found.jsonl");
      Files.writeString(output, BEFORE);
      ChildJvm.Ended ended =
          ChildJvm.run(
              List.of("-Xmx512m"),
              NamespanCommand.class,
              List.of("tag", "--file", "" + input, "--field", "body", "--output", "" + output),
              folder,
              PATIENCE);
      boolean told = ended.output().contains(disk.toString()) && ended.output().contains("space");
      boolean kept = Files.readString(output).equals(BEFORE);
      boolean right = ended.exitCode() == 1 && told && kept;
      row(fault, "1", right ? "1" : "0");
      if (!right) {
        failures.add(fault + ": exit code " + ended.exitCode() + ": " + ended.output());
      }
      Files.delete(input);
    } finally {
      run("umount", disk.toString());
      Files.delete(disk);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).start().waitFor();
  }
}
