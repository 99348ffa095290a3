package org.namespan.trainer.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.namespan.trainer.io.AtomicFile;

/**
 * Word vectors made from the states that a network gives words in sentences: of each word the mean
 * over its occurrences (Bommasani, Davis and Cardie 2020). Not thread-safe.
 */
public final class VectorMeans {

  private final Map<String, Sum> sums = new HashMap<>();
  private int dim;

  private static final class Sum {
    private final float[] values;
    private int count;

    Sum(int dim) {
      values = new float[dim];
    }
  }

  /**
   * Adds a sentence.
   *
   * @param words at least one
   * @param states of the words {@code [words, dim]}, of the same width for all sentences
   * @throws IllegalArgumentException if the width is not that of the sentences before
   */
  public void add(List<String> words, float[] states) {
    int width = states.length / words.size();
    if (sums.isEmpty()) {
      dim = width;
    }
    if (states.length != words.size() * dim) {
      throw new IllegalArgumentException(
          states.length + " numbers for " + words.size() + " words, expected " + dim + " for each");
    }
    int at = 0;
    for (String word : words) {
      Sum sum = sums.computeIfAbsent(word, key -> new Sum(dim));
      sum.count++;
      for (int i = 0; i < dim; i++) {
        sum.values[i] += states[at++];
      }
    }
  }

  /**
   * Writes the vectors as word2vec does in text form, packed by gzip, the most frequent word first:
   * what {@link WordVectors#read(Path)} reads. Of each vector the first principal components are
   * kept, each number to four decimals.
   *
   * @param minCount words with fewer occurrences are left out
   * @param kept components of each vector, at least 1
   * @return number of words written
   * @throws IOException if no word has so many occurrences, or the disk fails
   * @throws IllegalArgumentException if states have fewer numbers than {@code kept}
   */
  public int write(Path file, int minCount, int kept) throws IOException {
    List<String> words = frequentWords(minCount);
    if (words.isEmpty()) {
      throw new IOException(
          file
              + ": found no word with "
              + minCount
              + " occurrences, expected at least one; give more text, or a smaller --min-count");
    }
    if (kept > dim) {
      throw new IllegalArgumentException(
          "vectors of " + kept + " numbers, expected at most " + dim + ", those of a state");
    }
    float[] means = means(words);
    float[] numbers = new PrincipalComponents(means, dim).project(means, kept);
    AtomicFile.writeGzip(
        file,
        out -> {
          out.write(words.size() + " " + kept + "\n");
          for (int row = 0; row < words.size(); row++) {
            out.write(words.get(row));
            for (int i = 0; i < kept; i++) {
              out.write(' ');
              out.write(Float.toString(Math.round(numbers[row * kept + i] * 1e4f) / 1e4f));
            }
            out.write('\n');
          }
        });
    return words.size();
  }

  /** Most frequent first, equal ones in alphabetical order. */
  private List<String> frequentWords(int minCount) {
    Comparator<Map.Entry<String, Sum>> byCount =
        Comparator.comparing(entry -> -entry.getValue().count);
    return sums.entrySet().stream()
        .filter(entry -> entry.getValue().count >= minCount)
        .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private float[] means(List<String> words) {
    float[] means = new float[words.size() * dim];
    int at = 0;
    for (String word : words) {
      Sum sum = Objects.requireNonNull(sums.get(word));
      for (float value : sum.values) {
        means[at++] = value / sum.count;
      }
    }
    return means;
  }
}
