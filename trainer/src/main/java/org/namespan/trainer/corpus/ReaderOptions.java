package org.namespan.trainer.corpus;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a file's name does not tell of how it is written. Immutable.
 *
 * @param tokenColumn the column of the tokens, counted from 0; a negative number counts from the
 *     end, -1 being the last column. Empty for that of the format; formats without free columns
 *     refuse another
 * @param tagColumn the column of the tags, counted in the same way
 * @param scheme in which the file's tags are written; empty to tell it by their letters: {@link
 *     CorpusScheme#BILOU} where there are L or U, {@link CorpusScheme#BIOES} where there are E or
 *     S, else {@link CorpusScheme#BIO}
 * @param repairPolicy what to do with malformed spans
 */
public record ReaderOptions(
    OptionalInt tokenColumn,
    OptionalInt tagColumn,
    Optional<CorpusScheme> scheme,
    RepairPolicy repairPolicy) {

  /**
   * The columns of the format, the scheme told by the tags, malformed spans begun as {@code
   * conlleval} does.
   */
  public static final ReaderOptions DEFAULT =
      new ReaderOptions(
          OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), RepairPolicy.BEGIN);

  /** The same with another column of the tokens. */
  public ReaderOptions withTokenColumn(int column) {
    return new ReaderOptions(OptionalInt.of(column), tagColumn, scheme, repairPolicy);
  }

  /** The same with another column of the tags. */
  public ReaderOptions withTagColumn(int column) {
    return new ReaderOptions(tokenColumn, OptionalInt.of(column), scheme, repairPolicy);
  }

  /** The same with another scheme. */
  public ReaderOptions withScheme(CorpusScheme scheme) {
    return new ReaderOptions(tokenColumn, tagColumn, Optional.of(scheme), repairPolicy);
  }

  /** The same with another policy. */
  public ReaderOptions withRepairPolicy(RepairPolicy policy) {
    return new ReaderOptions(tokenColumn, tagColumn, scheme, policy);
  }
}
