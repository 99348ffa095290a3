package org.namespan.trainer.classifier.check;

import java.util.List;
import org.namespan.trainer.check.Quote;

/**
 * All cases of one kind.
 *
 * @param cases where each stands, and what there is to say of it
 */
public record TextFinding(TextFindingKind kind, List<List<Quote>> cases) {

  /** Copies the cases. */
  public TextFinding {
    cases = List.copyOf(cases);
  }
}
