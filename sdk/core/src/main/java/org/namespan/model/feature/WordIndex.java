package org.namespan.model.feature;

import java.util.Arrays;

/**
 * Finds the forms of tokens among the words of a vocabulary without making strings: a hash table of
 * word numbers, open addressing with linear probing. Where words are looked up in any case, words
 * that differ in case only have one hash, so that they follow each other in the order of the
 * vocabulary. Immutable, safe for use by many threads.
 */
final class WordIndex {

  /** What is found where the vocabulary does not hold a form. */
  static final int ABSENT = -1;

  private static final int OTHER = 0;
  private static final int BUT_FOR_CASE = 1;
  private static final int EXACT = 2;

  private static final int ASCII = 128;

  /**
   * More slots are not looked at for one word of the vocabulary. Tables are half full at most,
   * where words of any language come to some dozens; a vocabulary made for it would take hours to
   * load, and every token that it knows as long to find.
   */
  private static final int MAX_PROBES = 1000;

  /** More words of one hash are not compared: so many ways to write one word has no language. */
  private static final int MAX_COMPARED = 128;

  private final FeatureRecipe recipe;
  private final boolean anyCase;
  private final boolean lowerCase;
  private final Vocabulary words;
  private final int[] asciiForms = new int[ASCII];
  private final int[] asciiCaseless = new int[ASCII];

  /** Number of the word in each slot, or {@link #ABSENT}. */
  private final int[] slots;

  /** Hash of the word in each slot. */
  private final int[] hashes;

  /**
   * @param words forms by {@code recipe}
   * @throws IllegalArgumentException if a word is there twice, or too many have hashes that are
   *     close
   */
  WordIndex(FeatureRecipe recipe, Vocabulary words) {
    this.recipe = recipe;
    this.anyCase = recipe.wordCase() == WordCase.ANY;
    this.lowerCase = recipe.wordCase() == WordCase.LOWER;
    this.words = words;
    for (int c = 0; c < ASCII; c++) {
      asciiForms[c] = recipe.formOf(c, lowerCase);
      asciiCaseless[c] = recipe.formOf(c, true);
    }
    slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, words.size())) << 2)];
    hashes = new int[slots.length];
    Arrays.fill(slots, ABSENT);
    int twice = addAll();
    if (twice > 0) {
      throw new IllegalArgumentException(
          "vocabulary of "
              + words.size()
              + " words holds only "
              + (words.size() - twice)
              + " different, expected each once");
    }
  }

  /** Adds all words and tells how many are there already; few calls, for it runs in cold JVMs. */
  private int addAll() {
    int twice = 0;
    for (int word = 0; word < words.size(); word++) {
      int end = words.end(word);
      int hash = 0;
      for (int i = words.start(word); i < end; ) {
        int c = words.codePoint(i, end);
        i += Character.charCount(c);
        hash = 31 * hash + (anyCase ? caseless(c) : c);
      }
      twice += add(word, mix(hash)) ? 0 : 1;
    }
    return twice;
  }

  /** False if the word is there already. */
  private boolean add(int word, int hash) {
    int slot = hash & (slots.length - 1);
    int compared = 0;
    for (int probes = 0; slots[slot] != ABSENT; probes++) {
      if (hashes[slot] == hash) {
        if (words.areSame(slots[slot], word)) {
          return false;
        }
        compared++;
      }
      if (probes > MAX_PROBES || compared > MAX_COMPARED) {
        throw new IllegalArgumentException(
            "too many words of the vocabulary have hashes that are close, expected hashes spread by"
                + " chance");
      }
      slot = slot + 1 & (slots.length - 1);
    }
    slots[slot] = word;
    hashes[slot] = hash;
    return true;
  }

  /**
   * The number of the word that is the form of a token; where words are looked up in any case, else
   * of the first that differs from it in case only; {@link #ABSENT} if there is none.
   */
  int find(String token) {
    int hash = 0;
    for (int i = 0; i < token.length(); ) {
      int c = token.codePointAt(i);
      i += Character.charCount(c);
      hash = 31 * hash + (anyCase ? caseless(c) : form(c));
    }
    hash = mix(hash);
    int inAnotherCase = ABSENT;
    for (int slot = hash & (slots.length - 1);
        slots[slot] != ABSENT;
        slot = slot + 1 & (slots.length - 1)) {
      if (hashes[slot] == hash) {
        int match = match(slots[slot], token);
        if (match == EXACT) {
          return slots[slot];
        }
        if (match == BUT_FOR_CASE && inAnotherCase == ABSENT) {
          inAnotherCase = slots[slot];
        }
      }
    }
    return inAnotherCase;
  }

  /**
   * Whether a word is the form of a token: {@link #EXACT}, {@link #BUT_FOR_CASE} or {@link #OTHER}.
   */
  private int match(int word, String token) {
    int next = words.start(word);
    int end = words.end(word);
    int match = EXACT;
    for (int i = 0; i < token.length(); ) {
      if (next == end) {
        return OTHER;
      }
      int inWord = words.codePoint(next, end);
      int inToken = token.codePointAt(i);
      next += Character.charCount(inWord);
      i += Character.charCount(inToken);
      if (inWord != form(inToken)) {
        if (!anyCase || caseless(inWord) != caseless(inToken)) {
          return OTHER;
        }
        match = BUT_FOR_CASE;
      }
    }
    return next == end ? match : OTHER;
  }

  private int form(int c) {
    return c < ASCII ? asciiForms[c] : recipe.formOf(c, lowerCase);
  }

  private int caseless(int c) {
    return c < ASCII ? asciiCaseless[c] : recipe.formOf(c, true);
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }
}
