package org.namespan.model.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.namespan.model.text.CharacterFolding;

/**
 * How a token becomes numbers, the same in training and in use: which form of it is looked up in
 * the vocabulary, and which hashed features and other inputs go beside it.
 *
 * @param wordCase in which case words are looked up
 * @param zeroDigits whether every digit of a word is looked up as {@code 0}
 * @param hashed hashed features with the rows that each has in the table, in input order
 * @param others what is read of a token beside its word and hashed features, in input order
 */
public record FeatureRecipe(
    WordCase wordCase, boolean zeroDigits, List<Hashed> hashed, List<TokenInput> others) {

  /** The hashed features that a recipe has at most: tables of ids are as wide as there are some. */
  public static final int MAX_HASHED = 64;

  /**
   * One hashed feature.
   *
   * @param feature what is hashed
   * @param rows table rows it may use, at least 1
   */
  public record Hashed(HashedFeature feature, int rows) {

    /** Rejects an empty table. */
    public Hashed {
      if (rows < 1) {
        throw new IllegalArgumentException(
            "feature " + feature.id() + " has " + rows + " rows, expected at least 1");
      }
    }
  }

  /** A recipe of words and hashed features alone. */
  public FeatureRecipe(WordCase wordCase, boolean zeroDigits, List<Hashed> hashed) {
    this(wordCase, zeroDigits, hashed, Collections.emptyList());
  }

  /**
   * Copies the lists; rejects a table of more rows than an id can name, and more than {@link
   * #MAX_HASHED} features.
   *
   * @param others null is none, which is how a recipe reads that was stored without them
   */
  public FeatureRecipe {
    hashed = Collections.unmodifiableList(new ArrayList<>(hashed));
    others =
        others == null
            ? Collections.emptyList()
            : Collections.unmodifiableList(new ArrayList<>(others));
    if (hashed.size() > MAX_HASHED) {
      throw new IllegalArgumentException(
          "found " + hashed.size() + " hashed features, expected at most " + MAX_HASHED);
    }
    long rows = rows(hashed);
    if (rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "hashed features have " + rows + " rows, expected at most " + Integer.MAX_VALUE);
    }
  }

  /** The same with other {@link #others}. */
  public FeatureRecipe withOthers(List<TokenInput> inputs) {
    return new FeatureRecipe(wordCase, zeroDigits, hashed, inputs);
  }

  /** Rows of the one table that all hashed features share, row 0 for padding included. */
  public int hashTableRows() {
    return (int) rows(hashed);
  }

  private static long rows(List<Hashed> hashed) {
    long rows = 1;
    for (Hashed each : hashed) {
      rows += each.rows();
    }
    return rows;
  }

  /** What a code point becomes in a form. */
  int formOf(int codePoint, boolean lowerCase) {
    int folded = CharacterFolding.fold(codePoint);
    if (zeroDigits && Character.isDigit(folded)) {
      return '0';
    }
    return lowerCase ? Character.toLowerCase(folded) : folded;
  }

  /** The form under which a token stands in the vocabulary. */
  public String wordForm(String token) {
    boolean lowerCase = wordCase == WordCase.LOWER;
    StringBuilder form = new StringBuilder(token.length());
    boolean changed = false;
    for (int i = 0; i < token.length(); ) {
      int c = token.codePointAt(i);
      i += Character.charCount(c);
      int written = formOf(c, lowerCase);
      changed |= written != c;
      form.appendCodePoint(written);
    }
    return changed ? form.toString() : token;
  }
}
