package org.namespan.trainer.vectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.namespan.internal.feature.FeatureRecipe;

/**
 * Words, most frequent first, each with a vector. Immutable, but for the arrays that it hands out.
 */
public final class WordVectors {

  private final List<String> words;
  private final Map<String, Integer> rows;
  private final int dim;
  private final float[] values;

  /**
   * @param words each once, most frequent first
   * @param values {@code [words, dim]}, row after row; not copied
   */
  WordVectors(List<String> words, int dim, float[] values) {
    this.words = Collections.unmodifiableList(words);
    this.dim = dim;
    this.values = values;
    this.rows = new HashMap<>(words.size() * 2);
    for (int i = 0; i < words.size(); i++) {
      rows.put(words.get(i), i);
    }
  }

  /** The words, most frequent first. */
  public List<String> words() {
    return words;
  }

  /** Width of a vector. */
  public int dim() {
    return dim;
  }

  /** A copy of a word's vector, or null. */
  public float[] vector(String word) {
    Integer row = rows.get(word);
    return row == null ? null : Arrays.copyOfRange(values, row * dim, (row + 1) * dim);
  }

  /**
   * One vector for each form that a model looks up: words of one form, such as {@code Apple} and
   * {@code apple} where words are looked up in lower case, become their mean, weighted by Zipf's
   * law: by one over the word's rank.
   */
  public WordVectors byForm(FeatureRecipe recipe) {
    Map<String, Integer> formRows = new HashMap<>();
    List<String> forms = new ArrayList<>();
    float[] sums = new float[values.length];
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String form = recipe.wordForm(words.get(i));
      Integer row = formRows.putIfAbsent(form, forms.size());
      if (row == null) {
        row = forms.size();
        forms.add(form);
        weights.add(0.0);
      }
      double weight = 1.0 / (i + 1);
      weights.set(row, weights.get(row) + weight);
      for (int d = 0; d < dim; d++) {
        sums[row * dim + d] += (float) (weight * values[i * dim + d]);
      }
    }
    float[] means = Arrays.copyOf(sums, forms.size() * dim);
    for (int i = 0; i < means.length; i++) {
      means[i] /= weights.get(i / dim).floatValue();
    }
    return new WordVectors(forms, dim, means);
  }

  /**
   * The vectors projected onto their first principal components (Pearson 1901), each component's
   * sign such that its largest entry is positive.
   *
   * @param components width of the result, at most {@link #dim}
   */
  public WordVectors project(int components) {
    if (components > dim) {
      throw new IllegalArgumentException(
          "vectors of " + dim + " numbers cannot be projected to " + components);
    }
    double[] mean = mean();
    double[][] covariance = new double[dim][dim];
    for (int i = 0; i < words.size(); i++) {
      for (int a = 0; a < dim; a++) {
        double x = values[i * dim + a] - mean[a];
        for (int b = 0; b <= a; b++) {
          covariance[a][b] += x * (values[i * dim + b] - mean[b]);
        }
      }
    }
    for (int a = 0; a < dim; a++) {
      for (int b = 0; b < a; b++) {
        covariance[b][a] = covariance[a][b];
      }
    }
    // Eigenvalues come in falling order.
    RealMatrix axes = new EigenDecomposition(MatrixUtils.createRealMatrix(covariance)).getV();
    float[] projected = new float[words.size() * components];
    for (int c = 0; c < components; c++) {
      double[] axis = axes.getColumn(c);
      double sign = Math.signum(largest(axis));
      for (int i = 0; i < words.size(); i++) {
        double sum = 0;
        for (int d = 0; d < dim; d++) {
          sum += (values[i * dim + d] - mean[d]) * axis[d];
        }
        projected[i * components + c] = (float) (sign * sum);
      }
    }
    return new WordVectors(new ArrayList<>(words), components, projected);
  }

  private double[] mean() {
    double[] mean = new double[dim];
    for (int i = 0; i < values.length; i++) {
      mean[i % dim] += values[i] / (double) words.size();
    }
    return mean;
  }

  private static double largest(double[] axis) {
    double largest = 0;
    for (double x : axis) {
      largest = Math.abs(x) > Math.abs(largest) ? x : largest;
    }
    return largest;
  }

  /** The vectors times one factor, such that the root mean square of all entries is {@code rms}. */
  public WordVectors scaledTo(double rms) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    float factor = (float) (rms / Math.sqrt(sum / values.length));
    float[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new WordVectors(new ArrayList<>(words), dim, scaled);
  }

  /**
   * A vocabulary grown by frequent words of these vectors, so that words unseen in training are
   * known in use.
   *
   * @param vocabulary to start from, kept as it is
   * @param size words at most
   */
  public List<String> grow(List<String> vocabulary, int size) {
    List<String> grown = new ArrayList<>(vocabulary);
    Set<String> known = new HashSet<>(vocabulary);
    for (int i = 0; i < words.size() && grown.size() < size; i++) {
      if (known.add(words.get(i))) {
        grown.add(words.get(i));
      }
    }
    return grown;
  }

  /**
   * Writes the vectors of a vocabulary's words over their rows of a table.
   *
   * @param table {@code [rows, dim]}
   * @param firstRow row of the vocabulary's first word
   * @return by row, whether a vector was written there
   */
  public boolean[] overlay(float[] table, List<String> vocabulary, int firstRow) {
    boolean[] written = new boolean[table.length / dim];
    for (int i = 0; i < vocabulary.size(); i++) {
      Integer row = rows.get(vocabulary.get(i));
      if (row != null) {
        System.arraycopy(values, row * dim, table, (firstRow + i) * dim, dim);
        written[firstRow + i] = true;
      }
    }
    return written;
  }

  /** Whether a word has a vector. */
  public boolean contains(String word) {
    return rows.containsKey(word);
  }

  /** Words that have a vector. */
  public int size() {
    return words.size();
  }
}
