package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.io.TextFile;

/**
 * Text labelled by a model: each token with a distribution over labels. Its file has a first line
 * {@code #labels TAB O B-per ...}, then one token a line with its labels and their weights, and a
 * blank line after each sentence; where one label has all the weight, the weight is left out:
 *
 * <pre>{@code
 * #labels	O B-geo B-per
 * Paris	B-geo:0.93 B-per:0.07
 * sleeps	O
 * }</pre>
 *
 * <p>In UTF-8, gzip-packed when written, plain or packed when read. Immutable.
 *
 * @param name name of the file, without its folder
 * @param labels all labels that may occur, as they stand in tags
 * @param sentences in the order of the file
 */
public record SoftCorpus(String name, List<String> labels, List<SoftSentence> sentences) {

  private static final String HEADER = "#labels\t";

  /** Weights below this are not written: with so many labels they would make up most of a file. */
  public static final float SMALLEST_WEIGHT = 0.005f;

  /** Copies the lists. */
  public SoftCorpus {
    labels = List.copyOf(labels);
    sentences = List.copyOf(sentences);
  }

  /** Tokens in all sentences. */
  public int tokenCount() {
    return sentences.stream().mapToInt(s -> s.tokens().size()).sum();
  }

  /**
   * Checks that a file can hold labels, for those who write it only after hours of work.
   *
   * @param labels as they stand in tags
   * @throws CorpusException if a label holds white space, which separates labels
   */
  public static void check(List<String> labels, Path file) throws CorpusException {
    for (String label : labels) {
      if (label.chars().anyMatch(Character::isWhitespace)) {
        throw new CorpusException(
            file,
            0,
            "found label '" + label + "'",
            "expected labels without white space, which separates them in the file",
            "train with a type map that gives the type another name");
      }
    }
  }

  /**
   * Writes sentences to {@code file}, whole or not at all.
   *
   * @throws CorpusException if {@link #check} refuses the labels
   */
  public void write(Path file) throws IOException {
    check(labels, file);
    AtomicFile.writeGzip(
        file,
        out -> {
          out.write(header(labels));
          for (SoftSentence sentence : sentences) {
            write(sentence, labels, out);
          }
        });
  }

  /** The first line of a file, with its line feed. */
  public static String header(List<String> labels) {
    return HEADER + String.join(" ", labels) + "\n";
  }

  /**
   * Writes the lines of a sentence, the last of them blank, for those who put a file together.
   *
   * @param labels of the whole file
   */
  public static void write(SoftSentence sentence, List<String> labels, Appendable out)
      throws IOException {
    for (int t = 0; t < sentence.tokens().size(); t++) {
      out.append(sentence.tokens().get(t));
      int[] ids = sentence.labels()[t];
      char separator = '\t';
      for (int i = 0; i < ids.length; i++) {
        out.append(separator).append(labels.get(ids[i]));
        if (ids.length > 1) {
          int thousandths = Math.max(1, Math.round(1000 * sentence.weights()[t][i]));
          out.append(":" + thousandths / 1000f);
        }
        separator = ' ';
      }
      out.append('\n');
    }
    out.append('\n');
  }

  /**
   * Reads a file.
   *
   * @throws CorpusException naming the line that is no part of such a file
   */
  public static SoftCorpus read(Path file) throws IOException {
    Parser parser = new Parser(file);
    TextFile.read(file, CorpusException::new).forEachLine(parser::accept);
    return parser.build();
  }

  /** Takes the lines of one file. */
  private static final class Parser {
    private final Path file;
    private List<String> labels = List.of();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<SoftSentence> sentences = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<int[]> tokenLabels = new ArrayList<>();
    private final List<float[]> tokenWeights = new ArrayList<>();

    Parser(Path file) {
      this.file = file;
    }

    void accept(String line, int number) throws CorpusException {
      if (labels.isEmpty()) {
        acceptHeader(line);
      } else if (line.isEmpty()) {
        endSentence();
      } else {
        acceptToken(line, number);
      }
    }

    SoftCorpus build() throws CorpusException {
      if (labels.isEmpty()) {
        throw noHeader();
      }
      endSentence();
      return new SoftCorpus(file.getFileName().toString(), labels, sentences);
    }

    private void acceptHeader(String line) throws CorpusException {
      if (!line.startsWith(HEADER)) {
        throw noHeader();
      }
      labels = List.of(line.substring(HEADER.length()).split(" ", -1));
      if (labels.contains("") || new HashSet<>(labels).size() < labels.size()) {
        throw new CorpusException(
            file,
            1,
            "found an empty label or one that stands twice",
            "expected each label once, apart by single spaces",
            "label the text again with 'namespan label'");
      }
      labels.forEach(label -> ids.put(label, ids.size()));
    }

    private CorpusException noHeader() {
      return new CorpusException(
          file,
          1,
          "found no line that starts with " + HEADER.trim(),
          "expected text labelled by 'namespan label'",
          "label the text first, or give an annotated corpus as --data");
    }

    private void endSentence() {
      if (!tokens.isEmpty()) {
        sentences.add(
            new SoftSentence(
                List.copyOf(tokens),
                tokenLabels.toArray(new int[0][]),
                tokenWeights.toArray(new float[0][])));
        tokens.clear();
        tokenLabels.clear();
        tokenWeights.clear();
      }
    }

    private void acceptToken(String line, int number) throws CorpusException {
      int tab = line.indexOf('\t');
      if (tab < 1) {
        throw malformed(number, "no TAB after a token");
      }
      String[] shares = line.substring(tab + 1).split(" ", -1);
      int[] labelIds = new int[shares.length];
      float[] weights = new float[shares.length];
      for (int i = 0; i < shares.length; i++) {
        int colon = shares.length == 1 ? -1 : shares[i].lastIndexOf(':');
        if (shares.length > 1 && colon < 0) {
          throw malformed(number, "one of several labels without a weight");
        }
        Integer id = ids.get(colon < 0 ? shares[i] : shares[i].substring(0, colon));
        if (id == null) {
          throw malformed(number, "a label that the first line does not name");
        }
        labelIds[i] = id;
        weights[i] = colon < 0 ? 1 : weight(shares[i].substring(colon + 1), number);
      }
      tokens.add(line.substring(0, tab));
      tokenLabels.add(labelIds);
      tokenWeights.add(weights);
    }

    private float weight(String text, int line) throws CorpusException {
      float weight;
      try {
        weight = Float.parseFloat(text);
      } catch (NumberFormatException e) {
        throw malformed(line, "a weight that is no number");
      }
      if (!(weight > 0 && weight <= Float.MAX_VALUE)) {
        throw malformed(line, "a weight that is not above 0");
      }
      return weight;
    }

    private CorpusException malformed(int line, String found) {
      return new CorpusException(
          file,
          line,
          "found " + found,
          "expected TOKEN, a TAB, then LABEL or LABEL:WEIGHT several times",
          "label the text again with 'namespan label'");
    }
  }
}
