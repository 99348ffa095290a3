package org.namespan.internal.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the forms of tokens among the words of a vocabulary without making strings: a hash table of
 * word numbers, open addressing with linear probing. Words with characters outside the Basic
 * Multilingual Plane, of which forms may be shorter, are few and have a map of their own.
 * Immutable, safe for use by many threads.
 */
final class WordIndex {

  /** What is found where the vocabulary does not hold a form. */
  static final int ABSENT = -1;

  private static final int ASCII = 128;

  private final FeatureRecipe recipe;
  private final boolean caseless;
  private final boolean lowerCase;
  private final Vocabulary words;
  private final char[] asciiForms = new char[ASCII];
  private final Map<String, Integer> supplementary = new HashMap<>();

  /** Number of the word in each slot, or {@link #ABSENT}. */
  private final int[] slots;

  /** Hash of the form of the word in each slot. */
  private final int[] hashes;

  /**
   * @param words forms by {@code recipe}
   * @param caseless whether words, too, are taken in the form by which those that differ in case
   *     only are the same, the first of them standing for all; else they are taken as they stand
   * @throws IllegalArgumentException if a word that is taken as it stands is there twice
   */
  WordIndex(FeatureRecipe recipe, boolean caseless, Vocabulary words) {
    this.recipe = recipe;
    this.caseless = caseless;
    this.lowerCase = caseless || recipe.wordCase() == WordCase.LOWER;
    this.words = words;
    for (char c = 0; c < ASCII; c++) {
      asciiForms[c] = recipe.formOf(c, lowerCase);
    }
    int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, words.size())) << 2);
    slots = new int[capacity];
    hashes = new int[capacity];
    Arrays.fill(slots, ABSENT);
    int twice = 0;
    for (int word = 0; word < words.size(); word++) {
      twice += add(word) ? 0 : 1;
    }
    if (twice > 0 && !caseless) {
      throw new IllegalArgumentException(
          "vocabulary of "
              + words.size()
              + " words holds only "
              + (words.size() - twice)
              + " different, expected each once");
    }
  }

  /** False if the form is there already. */
  private boolean add(int word) {
    String lines = words.lines();
    int start = words.start(word);
    int end = words.end(word);
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = lines.charAt(i);
      if (Character.isSurrogate(c)) {
        String form = words.get(word);
        return supplementary.putIfAbsent(caseless ? recipe.caselessForm(form) : form, word) == null;
      }
      hash = step(hash, caseless ? form(c) : c);
    }
    hash = mix(hash);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != ABSENT) {
      if (hashes[slot] == hash && same(slots[slot], lines, start, end, caseless)) {
        return false;
      }
      slot = slot + 1 & (slots.length - 1);
    }
    slots[slot] = word;
    hashes[slot] = hash;
    return true;
  }

  /** The number of the word that is the form of a token, {@link #ABSENT} if there is none. */
  int find(String token) {
    int hash = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (Character.isSurrogate(c)) {
        return findSupplementary(token);
      }
      hash = step(hash, form(c));
    }
    return find(token, mix(hash));
  }

  private int findSupplementary(String token) {
    String form = caseless ? recipe.caselessForm(token) : recipe.wordForm(token);
    for (int i = 0; i < form.length(); i++) {
      if (Character.isSurrogate(form.charAt(i))) {
        return supplementary.getOrDefault(form, ABSENT);
      }
    }
    // The form of a form is itself.
    return find(form);
  }

  private int find(String token, int hash) {
    for (int slot = hash & (slots.length - 1);
        slots[slot] != ABSENT;
        slot = slot + 1 & (slots.length - 1)) {
      if (hashes[slot] == hash && same(slots[slot], token, 0, token.length(), true)) {
        return slots[slot];
      }
    }
    return ABSENT;
  }

  /**
   * Whether a word is what a part of a text reads.
   *
   * @param formed whether the form of the text is meant, rather than the text as it stands
   */
  private boolean same(int word, String text, int from, int to, boolean formed) {
    String lines = words.lines();
    int start = words.start(word);
    if (words.end(word) - start != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char inWord = lines.charAt(start + i - from);
      char inText = text.charAt(i);
      if ((caseless ? form(inWord) : inWord) != (formed ? form(inText) : inText)) {
        return false;
      }
    }
    return true;
  }

  private char form(char c) {
    return c < ASCII ? asciiForms[c] : recipe.formOf(c, lowerCase);
  }

  private static int step(int hash, char c) {
    return 31 * hash + c;
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }
}
