package org.namespan.model.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * How a model splits text, as its file says it: a kind of tokenizer and sentence detector, and what
 * each of them has learned. The arrays are not copied.
 */
public final class TextModels {

  /** Which tokenizer and sentence detector there are. */
  public enum Kind {
    /** Tokens between white space, sentences between blank lines. */
    WHITESPACE("opennlp-whitespace", 1),

    /** Serialised models of OpenNLP. */
    OPENNLP("opennlp-me", 1),

    /** Tables of OpenNLP's maxent models, without what else OpenNLP may keep beside these. */
    MAXENT("maxent", 3);

    private final String id;
    private final int formatVersion;

    Kind(String id, int formatVersion) {
      this.id = id;
      this.formatVersion = formatVersion;
    }

    /** Its name in model files. */
    public String id() {
      return id;
    }

    /** The first format version of model files that holds it. */
    public int formatVersion() {
      return formatVersion;
    }
  }

  private final Kind kind;
  private final byte[] tokenizerModel;
  private final byte[] sentenceModel;

  private TextModels(Kind kind, byte[] tokenizerModel, byte[] sentenceModel) {
    this.kind = kind;
    this.tokenizerModel = tokenizerModel;
    this.sentenceModel = sentenceModel;
  }

  /**
   * Splits by two OpenNLP models.
   *
   * @param tokenizerModel a serialised {@link opennlp.tools.tokenize.TokenizerModel}
   * @param sentenceModel a serialised {@link opennlp.tools.sentdetect.SentenceModel}
   */
  public static TextModels openNlp(byte[] tokenizerModel, byte[] sentenceModel) {
    return new TextModels(Kind.OPENNLP, tokenizerModel, sentenceModel);
  }

  /**
   * Splits by two maxent tables, as {@link #asTables} makes them.
   *
   * @param tokenizerModel the table of a tokenizer
   * @param sentenceModel the table of a sentence detector
   */
  public static TextModels maxent(byte[] tokenizerModel, byte[] sentenceModel) {
    return new TextModels(Kind.MAXENT, tokenizerModel, sentenceModel);
  }

  /** Splits at white space. */
  public static TextModels whitespace() {
    return new TextModels(Kind.WHITESPACE, new byte[0], new byte[0]);
  }

  /** Which tokenizer and sentence detector there are. */
  public Kind kind() {
    return kind;
  }

  /** What the tokenizer has learned; empty for {@link Kind#WHITESPACE}. */
  public byte[] tokenizerModel() {
    return tokenizerModel;
  }

  /** What the sentence detector has learned; empty for {@link Kind#WHITESPACE}. */
  public byte[] sentenceModel() {
    return sentenceModel;
  }

  /**
   * The tokenizer, built anew.
   *
   * @throws IllegalArgumentException if its model cannot be read
   */
  public Tokenizer tokenizer() {
    if (kind == Kind.WHITESPACE) {
      return new WhitespaceTokenizer();
    }
    if (kind == Kind.MAXENT) {
      return MaxentTable.readTokenizer(tokenizerModel);
    }
    try {
      return OpenNlpModelFile.readTokenizer(tokenizerModel);
    } catch (IOException | RuntimeException e) {
      throw notOpenNlp("tokenizer", tokenizerModel, e);
    }
  }

  /**
   * The sentence detector, built anew.
   *
   * @throws IllegalArgumentException if its model cannot be read
   */
  public SentenceDetector sentenceDetector() {
    if (kind == Kind.WHITESPACE) {
      return new ParagraphSentenceDetector();
    }
    if (kind == Kind.MAXENT) {
      return MaxentTable.readSentenceDetector(sentenceModel);
    }
    try {
      return OpenNlpModelFile.readSentenceDetector(sentenceModel);
    } catch (IOException | RuntimeException e) {
      throw notOpenNlp("sentence", sentenceModel, e);
    }
  }

  private static IllegalArgumentException notOpenNlp(String name, byte[] model, Exception cause) {
    String reason = cause instanceof ZipException ? ": " + cause.getMessage() : "";
    return new IllegalArgumentException(
        "not an OpenNLP " + name + " model (" + model.length + " bytes)" + reason, cause);
  }

  /**
   * The same models as maxent tables, which need no OpenNLP to be read, and split text as they do.
   * The same models always give the same bytes.
   *
   * @throws IllegalArgumentException if a model cannot be read, or is more than a maxent model over
   *     OpenNLP's default features: it has a dictionary of abbreviations, say
   */
  public TextModels asTables() {
    Tokenizer tokenizer = tokenizer();
    SentenceDetector sentenceDetector = sentenceDetector();
    if (!(tokenizer instanceof MaxentTokenizer maxentTokenizer)
        || !(sentenceDetector instanceof MaxentSentenceDetector maxentDetector)) {
      throw new IllegalArgumentException(
          "found a "
              + tokenizer.getClass().getSimpleName()
              + " and a "
              + sentenceDetector.getClass().getSimpleName()
              + ", expected maxent models over OpenNLP's default features without a dictionary of"
              + " abbreviations: only these can be written as tables");
    }
    return maxent(
        MaxentTable.of(maxentTokenizer).toBytes(), MaxentTable.of(maxentDetector).toBytes());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextModels that
        && kind == that.kind
        && Arrays.equals(tokenizerModel, that.tokenizerModel)
        && Arrays.equals(sentenceModel, that.sentenceModel);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(tokenizerModel) + Arrays.hashCode(sentenceModel);
  }
}
