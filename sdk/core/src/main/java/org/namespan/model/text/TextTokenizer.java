package org.namespan.model.text;

import java.util.ArrayList;
import java.util.List;
import org.namespan.Layout;

/**
 * From a raw text to the tokens that a classifier reads: cleaned, split, and its sentences one
 * after another. Safe for use by many threads.
 */
public final class TextTokenizer {

  /** What is read in a text without a token. */
  private static final Token NOTHING = new Token(".", 0, 1);

  private final TextCleaner cleaner;
  private final TextSplitter splitter;

  /**
   * @param cleaner what is taken out of texts first
   * @param splitter how they become tokens
   */
  public TextTokenizer(TextCleaner cleaner, TextSplitter splitter) {
    this.cleaner = cleaner;
    this.splitter = splitter;
  }

  /** The same for text of this layout. */
  public TextTokenizer withLayout(Layout layout) {
    return new TextTokenizer(cleaner, splitter.withLayout(layout));
  }

  /**
   * The tokens of a text; their offsets are those of the text as the caller gave it.
   *
   * @return empty if the cleaned text is blank
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (List<Token> sentence : splitter.split(cleaner.clean(text))) {
      tokens.addAll(sentence);
    }
    return tokens;
  }

  /** The tokens of a text as a network reads them: a period in the place of none. */
  public static List<Token> read(List<Token> tokens) {
    List<Token> read = tokens;
    if (tokens.isEmpty()) {
      read = new ArrayList<>();
      read.add(NOTHING);
    }
    return read;
  }

  /** The clean forms of the tokens of a text, as a network reads them. */
  public static List<String> forms(List<Token> tokens) {
    List<String> forms = new ArrayList<>(tokens.size());
    for (Token token : read(tokens)) {
      forms.add(CleanText.ofToken(token.text()));
    }
    return forms;
  }
}
