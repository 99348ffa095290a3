package org.namespan.trainer.vectors;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Reads word vectors as word2vec, GloVe and fastText write them in text form: a word and its
 * numbers a line, apart by spaces, in UTF-8, plain or packed by gzip, with or without a first line
 * that counts words and dimensions.
 */
public final class VectorReader {

  private static final Pattern HEADER = Pattern.compile("\\d+ \\d+ ?");

  private final Path file;
  private final List<String> words = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private int dim;
  private float[] values = new float[0];
  private int line;

  private VectorReader(Path file) {
    this.file = file;
  }

  /**
   * Reads the first vectors of a file. Of a word that stands there twice, the first counts.
   *
   * @param limit vectors at most
   * @throws CorpusException naming the line that is none of such a file
   */
  public static WordVectors read(Path file, int limit) throws IOException {
    return new VectorReader(file).readAll(limit);
  }

  private WordVectors readAll(int limit) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(unpacked(in), StandardCharsets.UTF_8.newDecoder()),
                1 << 16)) {
      String text;
      while (words.size() < limit && (text = reader.readLine()) != null) {
        line++;
        boolean header = line == 1 && HEADER.matcher(text).matches();
        if (!header && !text.isEmpty()) {
          add(text);
        }
      }
    } catch (CharacterCodingException e) {
      throw malformed("bytes that are not UTF-8");
    }
    if (words.isEmpty()) {
      throw malformed("no vector");
    }
    return new WordVectors(words, dim, Arrays.copyOf(values, words.size() * dim));
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private void add(String text) throws CorpusException {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (dim == 0) {
      dim = countNumbers(text, end);
    }
    int at = words.size() * dim;
    if (values.length < at + dim) {
      values = Arrays.copyOf(values, Math.max(1024 * dim, values.length * 2));
    }
    // From the end: a word may hold spaces of its own.
    for (int i = dim - 1; i >= 0; i--) {
      int space = text.lastIndexOf(' ', end - 1);
      if (space < 1) {
        throw malformed((dim - 1 - i) + " numbers");
      }
      values[at + i] = number(text.substring(space + 1, end));
      end = space;
    }
    String word = text.substring(0, end);
    if (known.add(word)) {
      words.add(word);
    }
  }

  /** Numbers behind the first space: the first line tells how many there are. */
  private int countNumbers(String text, int end) throws CorpusException {
    int count = 0;
    for (int i = 1; i < end; i++) {
      count += text.charAt(i) == ' ' ? 1 : 0;
    }
    if (count == 0) {
      throw malformed("a line without numbers");
    }
    return count;
  }

  private float number(String text) throws CorpusException {
    try {
      float value = Float.parseFloat(text);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as numbers that are not finite are.
    }
    throw malformed("what is no finite number");
  }

  private CorpusException malformed(String found) {
    return new CorpusException(
        file,
        line,
        "found " + found,
        "expected a word and " + (dim == 0 ? "its" : dim) + " numbers, apart by spaces",
        "give word vectors in the text form of word2vec, GloVe or fastText");
  }
}
