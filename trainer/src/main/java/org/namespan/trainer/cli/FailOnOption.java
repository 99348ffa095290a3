package org.namespan.trainer.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.namespan.trainer.check.Finding;
import org.namespan.trainer.check.FindingKind;
import org.namespan.trainer.check.Level;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that says which findings end a build. */
final class FailOnOption {

  private static final String NEVER = "never";

  private final Set<FindingKind> known;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      defaultValue = "error",
      description =
          "Findings that make the exit code 1: those of a level and the worse ones (error, warning,"
              + " note), or single ones by name (copies-across), or never; several apart by commas."
              + " Default: ${DEFAULT-VALUE}.")
  private List<String> names;

  /**
   * @param known what the check looks for
   */
  FailOnOption(Set<FindingKind> known) {
    this.known = known;
  }

  /**
   * The findings that end a build.
   *
   * @throws CommandLine.ParameterException if a name, in upper or lower case, is no level and none
   *     of what the check looks for
   */
  Set<FindingKind> read(CommandSpec spec) {
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean found = lower.equals(NEVER);
      for (Level level : Level.values()) {
        if (level.toString().equals(lower)) {
          found = true;
          known.stream().filter(kind -> kind.level().compareTo(level) <= 0).forEach(kinds::add);
        }
      }
      for (FindingKind kind : known) {
        if (kind.id().equals(lower)) {
          found = true;
          kinds.add(kind);
        }
      }
      if (!found) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "--fail-on is '" + name + "', expected one of " + String.join(", ", expected()));
      }
    }
    return kinds;
  }

  private List<String> expected() {
    List<String> expected = new ArrayList<>(List.of(NEVER));
    for (Level level : Level.values()) {
      expected.add(level.toString());
    }
    known.forEach(kind -> expected.add(kind.id()));
    return expected;
  }

  /** Whether one of some kinds has cases. */
  static boolean isMet(Set<FindingKind> kinds, List<Finding> findings) {
    return findings.stream()
        .anyMatch(finding -> !finding.cases().isEmpty() && kinds.contains(finding.kind()));
  }
}
