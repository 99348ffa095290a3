package org.namespan.trainer.training;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.config.Augmentation;
import org.namespan.trainer.corpus.Casing;

/**
 * A training sentence in each case that training may read it in.
 *
 * @param kept as it stands
 * @param lower in lower case, or null if training does not read that
 * @param upper in upper case, or null
 * @param title with every word capitalised, or null
 */
public record CasedSentence(
    EncodedSentence kept,
    @Nullable EncodedSentence lower,
    @Nullable EncodedSentence upper,
    @Nullable EncodedSentence title) {

  /** Encodes the cases that are given a share. */
  public static CasedSentence of(
      List<String> tokens,
      LabelTargets targets,
      SentenceEncoder encoder,
      Augmentation augmentation) {
    return new CasedSentence(
        encoder.encode(tokens, targets),
        encoded(Casing.LOWER, augmentation.lowerShare(), tokens, targets, encoder),
        encoded(Casing.UPPER, augmentation.upperShare(), tokens, targets, encoder),
        encoded(Casing.TITLE, augmentation.titleShare(), tokens, targets, encoder));
  }

  private static @Nullable EncodedSentence encoded(
      Casing casing,
      double share,
      List<String> tokens,
      LabelTargets targets,
      SentenceEncoder encoder) {
    return share == 0 ? null : encoder.encode(casing.apply(tokens), targets);
  }

  /** The sentence in a case drawn by its share. */
  EncodedSentence draw(Augmentation augmentation, Random random) {
    if (lower == null && upper == null && title == null) {
      return kept;
    }
    double lowerEnd = augmentation.lowerShare();
    double upperEnd = lowerEnd + augmentation.upperShare();
    double titleEnd = upperEnd + augmentation.titleShare();
    double drawn = random.nextDouble();
    EncodedSentence cased =
        drawn < lowerEnd ? lower : drawn < upperEnd ? upper : drawn < titleEnd ? title : null;
    return cased == null ? kept : cased;
  }
}
