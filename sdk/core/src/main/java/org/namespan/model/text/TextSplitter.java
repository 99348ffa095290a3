package org.namespan.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.namespan.Layout;

/**
 * Takes raw text apart into sentences of tokens: normalises it, lets a sentence detector find the
 * sentences of each paragraph, and a tokenizer the tokens of each sentence.
 *
 * <p>Offsets are UTF-16 offsets into the text as the caller gave it; nothing is searched for again.
 * A boundary never breaks a surrogate pair, a letter from its combining marks, or an emoji
 * sequence. White space of every kind and the zero-width space separate tokens and belong to none;
 * neither need what the {@link CleanText} leaves out. Every other {@code char} belongs to exactly
 * one token. A blank line ends a sentence, and so do the line breaks that the {@link Layout} parts.
 *
 * <p>The time taken grows linearly with the text, whatever it holds. Safe for use by many threads.
 */
public final class TextSplitter {

  private final SentenceDetector sentenceDetector;
  private final Tokenizer tokenizer;
  private final Layout layout;
  private final HyphenRules hyphens;

  /** A splitter of these parts, for text of any layout. */
  public TextSplitter(SentenceDetector sentenceDetector, Tokenizer tokenizer) {
    this(sentenceDetector, tokenizer, Layout.AUTO, new HyphenRules(word -> false));
  }

  private TextSplitter(
      SentenceDetector sentenceDetector, Tokenizer tokenizer, Layout layout, HyphenRules hyphens) {
    this.sentenceDetector = sentenceDetector;
    this.tokenizer = tokenizer;
    this.layout = layout;
    this.hyphens = hyphens;
  }

  /**
   * The splitter that a model file describes, without its vocabulary.
   *
   * @throws IllegalArgumentException if its models cannot be read
   */
  public static TextSplitter of(TextModels models) {
    return of(models, word -> false);
  }

  /**
   * The splitter that a model file describes. It parts names that a hyphen joins, as in {@code
   * Berlin-Paris}, if the vocabulary holds them apart and not together.
   *
   * @param isKnown whether the model's vocabulary holds a word; called by many threads
   * @throws IllegalArgumentException if its models cannot be read
   */
  public static TextSplitter of(TextModels models, Predicate<String> isKnown) {
    boolean whitespace = models.kind() == TextModels.Kind.WHITESPACE;
    // Text that is tokenised already has its layout taken out.
    return new TextSplitter(
        models.sentenceDetector(),
        models.tokenizer(),
        whitespace ? Layout.PARAGRAPHS : Layout.AUTO,
        new HyphenRules(whitespace ? word -> false : isKnown));
  }

  /** The same for text of this layout; itself for {@link Layout#AUTO}. */
  public TextSplitter withLayout(Layout layout) {
    return layout == Layout.AUTO
        ? this
        : new TextSplitter(sentenceDetector, tokenizer, layout, hyphens);
  }

  /**
   * Splits a text.
   *
   * <p>With a model of English, {@code split("He left. It's over.")} is {@code [[He, left, .], [It,
   * 's, over, .]]}.
   *
   * @return the sentences in order, none of them empty; no sentence if the text is blank
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  public List<List<Token>> split(String text) {
    NormalizedText normalized = NormalizedText.of(text, layout);
    List<List<Token>> sentences = new ArrayList<>();
    int start = 0;
    while (start < normalized.length()) {
      int end = normalized.paragraphEnd(start);
      if (start < end) {
        splitParagraph(normalized, start, end, sentences);
      }
      start = end + 1;
    }
    hyphens.part(text, sentences);
    return sentences;
  }

  private void splitParagraph(
      NormalizedText text, int paragraphStart, int paragraphEnd, List<List<Token>> sentences) {
    List<Token> sentence = new ArrayList<>();
    int start = paragraphStart;
    for (int end : sentenceDetector.sentenceEnds(text, paragraphStart, paragraphEnd)) {
      Interruption.check();
      // What holds no letter or digit still belongs to the sentence before it.
      if (!sentence.isEmpty() && text.hasLetterOrDigit(start, end)) {
        sentences.add(sentence);
        sentence = new ArrayList<>();
      }
      tokenizer.tokenize(text, start, end, sentence);
      start = end;
    }
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
