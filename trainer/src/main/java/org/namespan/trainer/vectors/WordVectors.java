package org.namespan.trainer.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pre-trained vectors of words, the most frequent word first. Immutable, safe for use by many
 * threads.
 *
 * <pre>{@code
 * WordVectors vectors = WordVectors.read(Path.of("wiki.vec.gz")).byForm(recipe);
 * }</pre>
 */
public final class WordVectors {

  private final List<String> words;
  private final float[] values;
  private final int dim;
  private final int duplicates;
  private final String sha256;
  private final Map<String, Integer> rows;

  /**
   * @param words each once
   * @param values {@code [words, dim]}, taken as they stand
   */
  WordVectors(List<String> words, float[] values, int dim, int duplicates, String sha256) {
    this.words = Collections.unmodifiableList(words);
    this.values = values;
    this.dim = dim;
    this.duplicates = duplicates;
    this.sha256 = sha256;
    this.rows = new HashMap<>(words.size() * 2);
    for (String word : words) {
      rows.put(word, rows.size());
    }
  }

  /**
   * Reads a whole file.
   *
   * @throws IOException as {@link #read(Path, int)} does
   */
  public static WordVectors read(Path file) throws IOException {
    return read(file, Integer.MAX_VALUE);
  }

  /**
   * Reads word vectors as word2vec, GloVe and fastText write them in text form: on each line a word
   * and its numbers, apart by spaces or tabs, sorted by the words' frequency. The file is UTF-8,
   * with LF or CRLF, plain or gzip whatever its name. A first line of two whole numbers is the
   * header {@code count dim}; without it the first line tells the dimension. Later words may hold
   * spaces. Where a word comes twice its first vector counts.
   *
   * @param limit lines to read at most, those of the most frequent words; at least 1
   * @throws VectorException if the file is missing, holds no vector or another number of them than
   *     its header says, or has a line that does not fit; the message says where, what was expected
   *     and what to do
   * @throws IOException if the disk fails
   */
  public static WordVectors read(Path file, int limit) throws IOException {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + ", expected at least 1");
    }
    return VectorReader.read(file, limit);
  }

  /** Number of words. */
  public int size() {
    return words.size();
  }

  /** Numbers of each vector. */
  public int dim() {
    return dim;
  }

  /** The words, most frequent first. */
  public List<String> words() {
    return words;
  }

  /** Whether a word has a vector. */
  public boolean contains(String word) {
    return rows.containsKey(word);
  }

  /**
   * A copy of a word's vector {@code [dim]}.
   *
   * @throws IllegalArgumentException if it has none
   */
  public float[] vector(String word) {
    Integer row = rows.get(word);
    if (row == null) {
      throw new IllegalArgumentException("found a word without a vector, expected one of words()");
    }
    return Arrays.copyOfRange(values, row * dim, (row + 1) * dim);
  }

  /** Lines of the file that were left out because their word had come before. */
  public int duplicates() {
    return duplicates;
  }

  /** SHA-256 of the file as it lies on disk, all of it, in hexadecimal. */
  public String sha256() {
    return sha256;
  }
}
