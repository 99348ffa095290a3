package org.namespan.trainer.check;

import java.util.List;

/**
 * All cases of one kind.
 *
 * @param summary a sentence about them, with shares for example; empty if their number says all
 * @param cases those that matter most first
 */
public record Finding(FindingKind kind, String summary, List<Case> cases) {

  /** Copies the cases. */
  public Finding {
    cases = List.copyOf(cases);
  }

  /** Cases without a summary. */
  public Finding(FindingKind kind, List<Case> cases) {
    this(kind, "", cases);
  }
}
