package org.namespan.trainer.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that was found.
 *
 * @param counts sizes of each part
 * @param findings one for each kind that was looked for, those without cases too, in the order of
 *     {@link FindingKind}
 */
public record CheckReport(List<CorpusCounts> counts, List<Finding> findings) {

  /** Copies the lists. */
  public CheckReport {
    counts = List.copyOf(counts);
    findings = findings.stream().sorted(Comparator.comparing(Finding::kind)).toList();
  }

  /**
   * Checks corpora.
   *
   * @param more what is looked for beside that which needs nothing but the corpora
   * @throws IOException if one of {@code more} cannot read what it needs
   */
  public static CheckReport of(CheckedCorpora corpora, List<CorpusCheck> more) throws IOException {
    List<CorpusCheck> checks =
        new ArrayList<>(
            List.of(
                new FormatCheck(),
                new TypeCheck(),
                new CopyCheck(),
                new ReadingCheck(),
                new SpanCheck(),
                new CharacterCheck()));
    checks.addAll(more);
    List<Finding> findings = new ArrayList<>();
    for (CorpusCheck check : checks) {
      findings.addAll(check.run(corpora));
    }
    return new CheckReport(CorpusCounts.of(corpora), findings);
  }
}
