package org.namespan.model.feature;

import java.util.Arrays;
import java.util.List;
import org.namespan.model.text.CharacterFolding;

/** Turns tokens into the ids that the network takes. Immutable, safe for use by many threads. */
public final class TokenFeatures {

  /** Id of padding, in every table. */
  public static final int PAD = 0;

  /** Id of every word that the vocabulary, and every character that the alphabet does not hold. */
  public static final int UNK = 1;

  /** Id of the first word of the vocabulary and of the first character of the alphabet. */
  public static final int FIRST_WORD = 2;

  private final FeatureRecipe recipe;
  private final int words;
  private final WordIndex index;
  private final FeatureRecipe.Hashed[] hashed;
  private final int charLength;
  private final int[] alphabet;
  private final int[] alphabetIds;

  /**
   * @param vocabulary word forms; the first has id {@link #FIRST_WORD}
   */
  public TokenFeatures(FeatureRecipe recipe, List<String> vocabulary) {
    this.recipe = recipe;
    this.hashed = recipe.hashed().toArray(new FeatureRecipe.Hashed[0]);
    this.words = vocabulary.size();
    this.index = new WordIndex(recipe, Vocabulary.of(vocabulary));
    FeatureRecipe.Characters characters = recipe.characters();
    this.charLength = characters == null ? 0 : characters.length();
    int[] inOrder = characters == null ? new int[0] : characters.alphabet().codePoints().toArray();
    this.alphabet = inOrder.clone();
    Arrays.sort(alphabet);
    this.alphabetIds = new int[alphabet.length];
    for (int i = 0; i < inOrder.length; i++) {
      alphabetIds[Arrays.binarySearch(alphabet, inOrder[i])] = FIRST_WORD + i;
    }
  }

  /** How these features are made. */
  public FeatureRecipe recipe() {
    return recipe;
  }

  /** Rows of the word table: the vocabulary, {@link #PAD} and {@link #UNK}. */
  public int wordTableRows() {
    return FIRST_WORD + words;
  }

  /** Hashed features per token. */
  public int hashedCount() {
    return hashed.length;
  }

  /** Characters read per token; 0 if none are. */
  public int charLength() {
    return charLength;
  }

  /** Rows of the character table: the alphabet, {@link #PAD} and {@link #UNK}; 0 if none is. */
  public int charTableRows() {
    return charLength == 0 ? 0 : FIRST_WORD + alphabet.length;
  }

  /** The word id of a token, {@link #UNK} if the vocabulary does not hold its form. */
  public int wordId(String token) {
    int word = index.find(token);
    return word == WordIndex.ABSENT ? UNK : FIRST_WORD + word;
  }

  /**
   * Writes the ids of a token's hashed features to {@code target[at]} and the {@link #hashedCount}
   * places from there. Each feature has its own rows of the one table, none of them row {@link
   * #PAD}.
   */
  public void hashIds(String token, int[] target, int at) {
    int firstRow = 1;
    for (int i = 0; i < hashed.length; i++) {
      int rows = hashed[i].rows();
      target[at + i] = firstRow + Integer.remainderUnsigned(hashed[i].feature().hash(token), rows);
      firstRow += rows;
    }
  }

  /**
   * Writes the ids of a token's characters to {@code target[at]} and the {@link #charLength} places
   * from there, {@link #PAD} after the last of them. Which of a long token are read is told by
   * {@link FeatureRecipe.Characters}.
   */
  public void charIds(String token, int[] target, int at) {
    int count = token.codePointCount(0, token.length());
    int read = Math.min(count, charLength);
    int tail = count > charLength ? charLength / 2 : 0;
    int next = 0;
    for (int i = 0; i < read; i++) {
      if (tail > 0 && i == read - tail) {
        next = token.offsetByCodePoints(token.length(), -tail);
      }
      int c = token.codePointAt(next);
      next += Character.charCount(c);
      int found = Arrays.binarySearch(alphabet, CharacterFolding.fold(c));
      target[at + i] = found < 0 ? UNK : alphabetIds[found];
    }
    Arrays.fill(target, at + read, at + charLength, PAD);
  }
}
