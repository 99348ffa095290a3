package org.namespan.internal.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

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

  private final TokenizerModel tokenizerModel;
  private final SentenceModel sentenceModel;

  private TextSplitter(TokenizerModel tokenizerModel, SentenceModel sentenceModel) {
    this.tokenizerModel = tokenizerModel;
    this.sentenceModel = sentenceModel;
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
   * @param tokenizerModel a serialised {@link TokenizerModel}
   * @param sentenceModel a serialised {@link SentenceModel}
   * @throws IllegalArgumentException if the bytes are no such models
   */
  public static TextSplitter openNlp(byte[] tokenizerModel, byte[] sentenceModel) {
    return new TextSplitter(
        load("tokenizer", tokenizerModel, TokenizerModel::new),
        load("sentence", sentenceModel, SentenceModel::new));
  }

  /**
   * A splitter for text that is tokenised already: tokens are what stands between white space, and
   * only blank lines end sentences.
   */
  public static TextSplitter whitespace() {
    return new TextSplitter(null, null);
  }

  private interface Loader<M> {
    M load(ByteArrayInputStream in) throws IOException;
  }

  private static <M> M load(String what, byte[] bytes, Loader<M> loader) {
    try {
      return loader.load(new ByteArrayInputStream(bytes));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "not an OpenNLP " + what + " model (" + bytes.length + " bytes)", e);
    }
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
    // OpenNLP's tools keep state and are cheap to make (0.2 µs for both): one of each for a call.
    Layout layout = Layout.of(text);
    Tokenizing tokenizing =
        new Tokenizing(
            text, layout, tokenizerModel == null ? null : new TokenizerME(tokenizerModel));
    SentenceFinder finder =
        new SentenceFinder(
            layout, sentenceModel == null ? null : new SentenceDetectorME(sentenceModel));
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
