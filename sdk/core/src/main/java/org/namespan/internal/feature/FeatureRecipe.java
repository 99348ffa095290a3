package org.namespan.internal.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.namespan.internal.text.CharacterFolding;

/**
 * How a token becomes numbers, the same in training and in use: which form of it is looked up in
 * the vocabulary, and which hashed features go beside it.
 *
 * @param lowerCase whether words are looked up in lower case
 * @param zeroDigits whether every digit of a word is looked up as {@code 0}
 * @param hashed hashed features with the rows that each has in the table, in input order
 */
public record FeatureRecipe(boolean lowerCase, boolean zeroDigits, List<Hashed> hashed) {

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

  /** Copies the list; rejects a table of more rows than an id can name. */
  public FeatureRecipe {
    hashed = Collections.unmodifiableList(new ArrayList<>(hashed));
    long rows = rows(hashed);
    if (rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "hashed features have " + rows + " rows, expected at most " + Integer.MAX_VALUE);
    }
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

  /** The form under which a token stands in the vocabulary. */
  public String wordForm(String token) {
    String folded = CharacterFolding.fold(token);
    if (!lowerCase && !zeroDigits) {
      return folded;
    }
    StringBuilder form = new StringBuilder(folded.length());
    boolean changed = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      int written = c;
      if (zeroDigits && Character.isDigit(c)) {
        written = '0';
      } else if (lowerCase) {
        written = Character.toLowerCase(c);
      }
      changed |= written != c;
      form.appendCodePoint(written);
    }
    return changed ? form.toString() : folded;
  }
}
