package org.namespan.model.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes raw text apart into sentences of tokens.
 *
 * <p>Offsets are UTF-16 offsets into the text as the caller gave it; nothing is searched for again.
 * A boundary never breaks a surrogate pair, a letter from its combining marks, or an emoji
 * sequence. White space of every kind, the zero-width space and the byte order mark separate tokens
 * and belong to none; every other {@code char} belongs to exactly one token. A blank line ends a
 * sentence.
 *
 * <p>The time taken grows linearly with the text, whatever it holds. Safe for use by many threads.
 */
public final class TextSplitter {

  /** Null if only white space separates tokens. */
  private final ChunkTokenizer tokenizer;

  /** Null if a paragraph is one sentence. */
  private final StopModel stops;

  private TextSplitter(ChunkTokenizer tokenizer, StopModel stops) {
    this.tokenizer = tokenizer;
    this.stops = stops;
  }

  /**
   * The splitter that a model file describes.
   *
   * @throws IllegalArgumentException if its OpenNLP models cannot be read
   */
  public static TextSplitter of(TextModels models) {
    return models.tokenizer().equals(TextModels.WHITESPACE)
        ? whitespace()
        : openNlp(models.tokenizerModel(), models.sentenceModel());
  }

  /**
   * A splitter that asks two OpenNLP maxent models.
   *
   * @param tokenizerModel a serialised {@link opennlp.tools.tokenize.TokenizerModel}
   * @param sentenceModel a serialised {@link opennlp.tools.sentdetect.SentenceModel}
   * @throws IllegalArgumentException if the bytes are no such models
   */
  public static TextSplitter openNlp(byte[] tokenizerModel, byte[] sentenceModel) {
    String what = "tokenizer";
    byte[] bytes = tokenizerModel;
    try {
      ChunkTokenizer tokenizer = ChunkTokenizer.read(bytes);
      what = "sentence";
      bytes = sentenceModel;
      return new TextSplitter(tokenizer, StopModel.read(bytes));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "not an OpenNLP " + what + " model (" + bytes.length + " bytes)", e);
    }
  }

  /**
   * A splitter for text that is tokenised already: tokens are what stands between white space, and
   * only blank lines end sentences.
   */
  public static TextSplitter whitespace() {
    return new TextSplitter(null, null);
  }

  /**
   * Splits a text.
   *
   * <p>With a model of English, {@code split("He left. It's over.")} is {@code [[He, left, .], [It,
   * 's, over, .]]}.
   *
   * @return the sentences in order, none of them empty; no sentence if the text is blank
   */
  public List<List<Token>> split(String text) {
    Layout layout = Layout.of(text);
    Tokenizing tokenizing = new Tokenizing(text, layout, tokenizer);
    SentenceFinder finder = new SentenceFinder(layout, stops);
    List<List<Token>> sentences = new ArrayList<>();
    int start = 0;
    while (start < layout.length()) {
      int end = layout.paragraphEnd(start);
      int paragraphStart = sentences.size();
      for (int next : finder.ends(start, end)) {
        add(sentences, paragraphStart, tokenizing, start, next);
        start = next;
      }
      start = end + 1;
    }
    return sentences;
  }

  /** Adds a sentence; what holds no letter or digit still belongs to the sentence before it. */
  private static void add(
      List<List<Token>> sentences, int paragraphStart, Tokenizing tokenizing, int start, int end) {
    boolean leftover = sentences.size() > paragraphStart && !tokenizing.hasWord(start, end);
    List<Token> sentence = leftover ? sentences.get(sentences.size() - 1) : new ArrayList<Token>();
    tokenizing.read(start, end, sentence);
    if (!leftover && !sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
