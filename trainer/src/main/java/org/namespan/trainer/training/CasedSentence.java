package org.namespan.trainer.training;

import java.util.List;
import java.util.Random;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
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
    EncodedSentence kept, EncodedSentence lower, EncodedSentence upper, EncodedSentence title) {

  /** Encodes the cases that the configuration gives a share. */
  static CasedSentence of(
      List<String> tokens, LabelTargets targets, TokenFeatures features, TrainingConfig config) {
    return new CasedSentence(
        EncodedSentence.of(tokens, targets, features),
        encoded(Casing.LOWER, config.lowerShare(), tokens, targets, features),
        encoded(Casing.UPPER, config.upperShare(), tokens, targets, features),
        encoded(Casing.TITLE, config.titleShare(), tokens, targets, features));
  }

  private static EncodedSentence encoded(
      Casing casing,
      double share,
      List<String> tokens,
      LabelTargets targets,
      TokenFeatures features) {
    return share == 0 ? null : EncodedSentence.of(casing.apply(tokens), targets, features);
  }

  /** The sentence in a case drawn by the shares of the configuration. */
  EncodedSentence draw(TrainingConfig config, Random random) {
    if (lower == null && upper == null && title == null) {
      return kept;
    }
    double drawn = random.nextDouble();
    if (drawn < config.lowerShare()) {
      return lower;
    }
    if (drawn < config.lowerShare() + config.upperShare()) {
      return upper;
    }
    return drawn < config.lowerShare() + config.upperShare() + config.titleShare() ? title : kept;
  }
}
