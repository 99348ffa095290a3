package org.namespan.trainer.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.namespan.trainer.check.CheckReport;
import org.namespan.trainer.check.FindingKind;
import org.namespan.trainer.check.Level;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option that says which findings end a build. */
final class FailOnOption {

  private static final String NEVER = "never";

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      defaultValue = "error",
      converter = KindsConverter.class,
      description =
          "Findings that make the exit code 1: those of a level and the worse ones (error, warning,"
              + " note), or single ones by name (copies-across), or never; several apart by commas."
              + " Default: ${DEFAULT-VALUE}.")
  private List<Kinds> kinds;

  /** What one of the names stands for; picocli would flatten a set. */
  private record Kinds(Set<FindingKind> named) {}

  /** Whether something was found that ends a build. */
  boolean isMet(CheckReport report) {
    return report.findings().stream()
        .anyMatch(
            finding ->
                !finding.cases().isEmpty()
                    && kinds.stream().anyMatch(some -> some.named().contains(finding.kind())));
  }

  /** Takes a level, a finding or {@code never} in upper or lower case. */
  static final class KindsConverter implements CommandLine.ITypeConverter<Kinds> {
    @Override
    public Kinds convert(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
      if (lower.equals(NEVER)) {
        return new Kinds(kinds);
      }
      List<String> names = new ArrayList<>(List.of(NEVER));
      for (Level level : Level.values()) {
        names.add(level.toString());
        if (level.toString().equals(lower)) {
          Arrays.stream(FindingKind.values())
              .filter(kind -> kind.level().compareTo(level) <= 0)
              .forEach(kinds::add);
        }
      }
      for (FindingKind kind : FindingKind.values()) {
        names.add(kind.id());
        if (kind.id().equals(lower)) {
          kinds.add(kind);
        }
      }
      if (kinds.isEmpty()) {
        throw new CommandLine.TypeConversionException(
            "expected one of " + names + " but was '" + name + "'");
      }
      return new Kinds(kinds);
    }
  }
}
