package org.namespan.examples.reliability;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.namespan.examples.reliability.fuzz.FuzzTargets;
import org.namespan.examples.reliability.kills.KilledRuns;
import org.namespan.examples.reliability.load.InjectedFaults;
import org.namespan.examples.reliability.load.Soak;
import org.namespan.examples.reliability.mutants.MutatedModels;
import org.namespan.examples.reliability.mutants.ReplacedModels;
import org.namespan.trainer.io.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the parts; {@code run} starts it. */
@Command(
    name = "examples/reliability/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Damages models, replaces them while they are loaded, kills runs, injects faults, tags for"
          + " long and fuzzes readers, and tells what became of it. Exit code 1 if something"
          + " crashed, hung, was lost or gave a wrong answer."
    })
public final class ReliabilityCommand implements Callable<Integer> {

  /** What there is to try, in the order in which it is tried. */
  private enum Parts {
    MUTANTS("Models with changed bytes"),
    REPLACEMENTS("Models replaced while they are loaded"),
    KILLS("Runs that are killed"),
    FAULTS("Injected faults"),
    SOAK("Tagging for long"),
    FUZZ("Fuzz targets");

    private final String title;

    Parts(String title) {
      this.title = title;
    }

    Part begin() {
      return switch (this) {
        case MUTANTS -> new MutatedModels();
        case REPLACEMENTS -> new ReplacedModels();
        case KILLS -> new KilledRuns();
        case FAULTS -> new InjectedFaults();
        case SOAK -> new Soak();
        case FUZZ -> new FuzzTargets();
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PART",
      description = "One or more of ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Parts> parts = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description =
          "How much is tried: short, some minutes; normal, half an hour; full, a night. Default:"
              + " normal.")
  private Size size = Size.NORMAL;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of reliability.md, soak.png and of what failed. Default: runs/reliability.")
  private Path out = Path.of("runs/reliability");

  /** Runs the program. */
  public static void main(String[] args) {
    CommandLine command = new CommandLine(new ReliabilityCommand());
    Runtime.getRuntime().addShutdownHook(new Thread(ReliabilityCommand::endChildren));
    System.exit(command.setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  /** Where this is ended by a signal, what it started goes too. */
  private static void endChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Set<Parts> chosen = parts.isEmpty() ? EnumSet.allOf(Parts.class) : EnumSet.copyOf(parts);
    PrintWriter printer = spec.commandLine().getOut();
    StringBuilder report = new StringBuilder();
    List<String> failures = new ArrayList<>();
    for (Parts each : chosen) {
      Path folder = out.resolve(each.toString()).toAbsolutePath();
      Files.createDirectories(folder);
      long start = System.nanoTime();
      Findings findings = each.begin().run(size, folder);
      String section =
          String.format(
              Locale.ROOT,
              "## %s%n%n%s%n%,d s, %d failures.%n%n",
              each.title,
              findings.table(),
              (System.nanoTime() - start) / 1_000_000_000,
              findings.failures().size());
      printer.print(section);
      findings.failures().forEach(failure -> printer.println("FAILED: " + failure));
      printer.flush();
      report.append(section);
      failures.addAll(findings.failures());
    }
    Path file = out.resolve("reliability.md");
    AtomicFile.write(file, temporary -> Files.writeString(temporary, report));
    printer.printf("%s: %d failures%n", file, failures.size());
    printer.flush();
    return failures.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
