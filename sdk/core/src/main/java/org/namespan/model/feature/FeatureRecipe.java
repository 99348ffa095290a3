package org.namespan.model.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.CharacterFolding;

/**
 * How a token becomes numbers, the same in training and in use: which form of it is looked up in
 * the vocabulary, and which hashed features and characters go beside it.
 *
 * @param wordCase in which case words are looked up
 * @param zeroDigits whether every digit of a word is looked up as {@code 0}
 * @param hashed hashed features with the rows that each has in the table, in input order
 * @param characters which characters of a token are read; null if none are
 */
public record FeatureRecipe(
    WordCase wordCase, boolean zeroDigits, List<Hashed> hashed, @Nullable Characters characters) {

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

  /**
   * The characters of a token, folded as {@link CharacterFolding} does and in their case. Of a
   * token longer than {@code length} only both ends are read: its first {@code length - length / 2}
   * and its last {@code length / 2} characters, in this order.
   *
   * @param alphabet the code points that have an id of their own, each once
   * @param length code points that are read of a token at most, at least 1
   */
  public record Characters(String alphabet, int length) {

    /** Rejects what no token could be read by. */
    public Characters {
      if (length < 1) {
        throw new IllegalArgumentException(
            "characters of a token are " + length + ", expected at least 1");
      }
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < alphabet.length(); ) {
        int c = alphabet.codePointAt(i);
        i += Character.charCount(c);
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
          throw new IllegalArgumentException("alphabet holds half a surrogate pair");
        }
        if (!seen.add(c)) {
          throw new IllegalArgumentException(
              "alphabet holds U+" + Integer.toHexString(c) + " twice, expected each once");
        }
      }
    }
  }

  /** A recipe without characters. */
  public FeatureRecipe(WordCase wordCase, boolean zeroDigits, List<Hashed> hashed) {
    this(wordCase, zeroDigits, hashed, null);
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

  /**
   * The same with other characters.
   *
   * @param others null for none
   */
  public FeatureRecipe withCharacters(@Nullable Characters others) {
    return new FeatureRecipe(wordCase, zeroDigits, hashed, others);
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
