package org.namespan.trainer.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.text.TokenView;

/**
 * Pre-trained vectors of words, the most frequent word first. Immutable, safe for use by many
 * threads.
 *
 * <pre>{@code
 * WordVectors vectors = WordVectors.read(Path.of("wiki.vec.gz")).byForm(recipe);
 * List<String> vocabulary = vectors.grow(trainingForms, 60_000);
 * WordVectors fitted = vectors.project(dim).vectors().scaledTo(1 / Math.sqrt(dim));
 * fitted.overlay(table, vocabulary, TokenFeatures.FIRST_WORD, dim);
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

  /**
   * One vector for each form under which a model looks words up: the mean of the vectors of all
   * words of that form, so that {@code Apple} and {@code apple} share one in a model of lower case.
   * The file holds no counts but is sorted by them, so the word in place {@code r}, counted from 1,
   * weighs {@code 1 / r} (Zipf's law). Forms are sorted by the sum of these weights, largest first;
   * of equal ones that with the most frequent word comes first.
   */
  public WordVectors byForm(FeatureRecipe recipe) {
    Map<String, Form> byName = new LinkedHashMap<>();
    for (int row = 0; row < words.size(); row++) {
      String form = recipe.wordForm(TokenView.of(words.get(row)));
      byName.computeIfAbsent(form, Form::new).add(row);
    }
    List<Form> forms = new ArrayList<>(byName.values());
    forms.sort(Comparator.comparingDouble((Form form) -> form.weight).reversed());
    float[] means = new float[forms.size() * dim];
    double[] sum = new double[dim];
    int at = 0;
    for (Form form : forms) {
      Arrays.fill(sum, 0);
      for (int row : form.rows) {
        for (int i = 0; i < dim; i++) {
          sum[i] += zipf(row) * values[row * dim + i];
        }
      }
      for (int i = 0; i < dim; i++) {
        means[at++] = (float) (sum[i] / form.weight);
      }
    }
    List<String> names = forms.stream().map(form -> form.name).toList();
    return new WordVectors(names, means, dim, duplicates, sha256);
  }

  /** A form with the rows of its words and the sum of their weights. */
  private static final class Form {
    private final String name;
    private final List<Integer> rows = new ArrayList<>(1);
    private double weight;

    Form(String name) {
      this.name = name;
    }

    void add(int row) {
      rows.add(row);
      weight += zipf(row);
    }
  }

  private static double zipf(int row) {
    return 1.0 / (row + 1);
  }

  /**
   * The same words with fewer numbers each: their deviations from the mean vector on the {@code
   * kept} directions in which they vary most (principal components). Each word counts once, however
   * frequent. A direction's sign is such that its entry that is largest by amount is positive, so
   * the result depends on the vectors only. With {@code kept} equal to {@link #dim()} this turns
   * the vectors about their mean and loses nothing.
   *
   * @param kept numbers to keep, 1 to {@link #dim()}
   */
  public Projection project(int kept) {
    if (kept < 1 || kept > dim) {
      throw new IllegalArgumentException(
          "projection to " + kept + " dimensions, expected 1 to " + dim);
    }
    PrincipalComponents components = new PrincipalComponents(values, dim);
    float[] projected = components.project(values, kept);
    return new Projection(
        new WordVectors(words, projected, kept, duplicates, sha256), components.varianceKept(kept));
  }

  /** Standard deviation of all numbers of all vectors about their mean. */
  public double standardDeviation() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  /**
   * The same vectors times the one factor that gives all their numbers the {@link
   * #standardDeviation} asked for, such as {@code 1 / sqrt(dim)}, that of the drawn rows of a
   * table. Numbers that are all equal stay as they are.
   *
   * @param sd above 0
   */
  public WordVectors scaledTo(double sd) {
    if (!(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("standard deviation " + sd + ", expected above 0");
    }
    double present = standardDeviation();
    if (present == 0) {
      return this;
    }
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (values[i] * (sd / present));
    }
    return new WordVectors(words, scaled, dim, duplicates, sha256);
  }

  /**
   * A vocabulary with the words of these vectors: the training forms in their order, all of them,
   * then the most frequent words here that are not among them.
   *
   * @param trainingForms each once, most frequent first
   * @param limit words of the result at most; where the training forms alone are as many or more,
   *     none joins them
   */
  public List<String> grow(List<String> trainingForms, int limit) {
    Set<String> grown = new LinkedHashSet<>(trainingForms);
    Iterator<String> rest = words.iterator();
    while (grown.size() < limit && rest.hasNext()) {
      grown.add(rest.next());
    }
    return new ArrayList<>(grown);
  }

  /**
   * Writes the vectors of a vocabulary over the rows of a table. Rows of words without a vector
   * stay as they were drawn.
   *
   * @param table {@code [rows, dim]}
   * @param vocabulary word {@code i} has row {@code firstRow + i}
   * @param firstRow row of the first word
   * @param dim numbers of a row, those of a vector
   * @throws IllegalArgumentException if the vectors have another dimension or the vocabulary has
   *     more words than the table has rows for
   */
  public void overlay(float[] table, List<String> vocabulary, int firstRow, int dim) {
    if (dim != this.dim) {
      throw new IllegalArgumentException(
          "vectors of " + this.dim + " numbers for rows of " + dim + ", expected as many");
    }
    if (table.length / dim < firstRow + vocabulary.size()) {
      throw new IllegalArgumentException(
          "table of "
              + table.length / dim
              + " rows, expected at least "
              + (firstRow + vocabulary.size()));
    }
    for (int i = 0; i < vocabulary.size(); i++) {
      Integer row = rows.get(vocabulary.get(i));
      if (row != null) {
        System.arraycopy(values, row * dim, table, (firstRow + i) * dim, dim);
      }
    }
  }

  /**
   * Which rows of a table {@link #overlay} writes, {@code [firstRow + words]}: those that stay
   * still where vectors are frozen.
   */
  public boolean[] rowsWithVector(List<String> vocabulary, int firstRow) {
    boolean[] covered = new boolean[firstRow + vocabulary.size()];
    for (int i = 0; i < vocabulary.size(); i++) {
      covered[firstRow + i] = contains(vocabulary.get(i));
    }
    return covered;
  }
}
