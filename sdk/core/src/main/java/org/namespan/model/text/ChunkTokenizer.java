package org.namespan.model.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.tokenize.TokenContextGenerator;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.StringList;

/**
 * Cuts chunks, which hold no white space, into tokens by an OpenNLP model, as {@link TokenizerME}
 * does, but asks it nothing about places inside a run of letters or digits: only contractions such
 * as {@code don't} are cut there. What a model says depends on the chunk alone, and chunks such as
 * {@code said,} come again and again: short ones are remembered, each where its hash points to,
 * until another takes the place. Safe for use by many threads.
 */
final class ChunkTokenizer {

  /** A power of two: as many chunks are remembered at most. */
  private static final int PLACES = 1 << 14;

  private static final int LONGEST_REMEMBERED = 24;

  /** Immutable, so that a thread that sees it sees all of it. */
  private static final class Remembered {
    private final String chunk;
    private final int[] ends;

    Remembered(String chunk, int[] ends) {
      this.chunk = chunk;
      this.ends = ends;
    }
  }

  /** Null where OpenNLP's own features are not all there is. */
  private final CutFeatures features;

  /** Null where the features are asked, as are its contexts. */
  private final TokenizerModel model;

  private final TokenContextGenerator contexts;

  private final Remembered[] places = new Remembered[PLACES];

  private ChunkTokenizer(CutFeatures features) {
    this.features = features;
    this.model = null;
    this.contexts = null;
  }

  private ChunkTokenizer(TokenizerModel model) {
    this.features = null;
    this.model = model;
    this.contexts = model.getFactory().getContextGenerator();
  }

  /**
   * Reads a serialised {@link TokenizerModel}.
   *
   * @throws IOException if it is damaged or none
   */
  static ChunkTokenizer read(byte[] file) throws IOException {
    MaxentFile plain =
        MaxentFile.read(
            file, "TokenizerME", TokenizerFactory.class, TokenizerME.SPLIT, TokenizerME.NO_SPLIT);
    return plain == null
        ? new ChunkTokenizer(new TokenizerModel(new ByteArrayInputStream(file)))
        : new ChunkTokenizer(new CutFeatures(plain.model()));
  }

  /**
   * Where the tokens of the chunk between two places end, counted from its start. The array is
   * shared and must not be written to.
   */
  int[] ends(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + chars[i];
    }
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Remembered remembered = places[place];
    if (remembered != null && isSame(remembered.chunk, chars, start, end)) {
      return remembered.ends;
    }
    String chunk = new String(chars, start, end - start);
    int[] ends = cut(chunk);
    if (chunk.length() <= LONGEST_REMEMBERED) {
      places[place] = new Remembered(chunk, ends);
    }
    return ends;
  }

  private static boolean isSame(String chunk, char[] chars, int start, int end) {
    if (chunk.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (chunk.charAt(i - start) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  private int[] cut(String chunk) {
    int[] ends = new int[chunk.length()];
    int count = 0;
    if (!isAbbreviation(chunk)) {
      boolean contracted = chunk.indexOf('\'') >= 0;
      for (int i = 1; i < chunk.length(); i++) {
        if ((contracted || !isInWord(chunk, i)) && isCut(chunk, i)) {
          ends[count++] = i;
        }
      }
    }
    ends[count++] = chunk.length();
    return Arrays.copyOf(ends, count);
  }

  private boolean isAbbreviation(String chunk) {
    Dictionary abbreviations = model == null ? null : model.getAbbreviations();
    return abbreviations != null && abbreviations.contains(new StringList(chunk));
  }

  private static boolean isInWord(String chunk, int i) {
    return Character.isLetterOrDigit(chunk.charAt(i - 1))
        && Character.isLetterOrDigit(chunk.charAt(i));
  }

  private boolean isCut(String chunk, int i) {
    if (features != null) {
      return features.isCut(chunk, i);
    }
    MaxentModel classifier = model.getMaxentModel();
    double[] shares = classifier.eval(contexts.getContext(chunk, i));
    return classifier.getBestOutcome(shares).equals(TokenizerME.SPLIT);
  }
}
