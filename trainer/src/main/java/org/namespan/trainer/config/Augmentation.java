package org.namespan.trainer.config;

/**
 * How training changes the sentences that it reads, so that the network learns what text without
 * the usual capitals and unknown words look like. Each epoch draws anew.
 *
 * @param unknownProbability chance of a word seen once to be read as unknown
 * @param wordDropout chance of any other word to be read as unknown
 * @param lowerShare chance of a sentence to be read in lower case, by its cased labels
 * @param upperShare chance of a sentence to be read in upper case
 * @param titleShare chance of a sentence to be read with every word capitalised
 */
public record Augmentation(
    double unknownProbability,
    double wordDropout,
    double lowerShare,
    double upperShare,
    double titleShare) {

  /** Rejects chances outside of 0 to below 1, and shares of sentences that sum to 1 or more. */
  public Augmentation {
    Require.share("unknownProbability", unknownProbability);
    Require.share("wordDropout", wordDropout);
    Require.share("lowerShare", lowerShare);
    Require.share("upperShare", upperShare);
    Require.share("titleShare", titleShare);
    Require.share("lowerShare + upperShare + titleShare", lowerShare + upperShare + titleShare);
  }

  /** What these settings are to be; at first as in the preset {@code plain}. */
  static final class Builder {
    double unknownProbability = 0.5;
    double wordDropout;
    double lowerShare;
    double upperShare;
    double titleShare;

    Augmentation build() {
      return new Augmentation(unknownProbability, wordDropout, lowerShare, upperShare, titleShare);
    }
  }
}
