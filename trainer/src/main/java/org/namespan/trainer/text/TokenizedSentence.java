package org.namespan.trainer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Sentence;

/**
 * A sentence to learn from: tokens without white space in them, and the text in which they stand
 * where a corpus has it.
 */
record TokenizedSentence(List<String> tokens, Optional<AlignedText> text) {

  /** A sentence whose text is not known. */
  TokenizedSentence(List<String> tokens) {
    this(tokens, Optional.empty());
  }

  /** A sentence of a corpus; a token that holds white space counts as several, or as none. */
  static TokenizedSentence of(Sentence sentence) {
    if (sentence.text().isPresent()) {
      AlignedText text = sentence.text().get();
      List<Token> parts = new ArrayList<>();
      text.tokens().forEach(token -> addParts(token, parts));
      return new TokenizedSentence(
          parts.stream().map(Token::text).toList(),
          Optional.of(new AlignedText(text.text(), parts)));
    }
    List<String> parts = new ArrayList<>();
    for (String token : sentence.tokens()) {
      for (String part : token.replace('\u00A0', ' ').split("\\s+", -1)) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }
    return new TokenizedSentence(parts);
  }

  private static void addParts(Token token, List<Token> parts) {
    int start = token.start();
    for (int at = token.start(); at <= token.end(); at++) {
      if (at == token.end() || isSpace(token.source().charAt(at))) {
        if (at > start) {
          parts.add(new Token(token.source(), start, at));
        }
        start = at + 1;
      }
    }
  }

  /** What {@code \s} matches, and the no-break space. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00A0';
  }

  /** The same with {@code mark} for the period at its end; unchanged if it ends otherwise. */
  TokenizedSentence withFinalPunctuation(String mark) {
    int last = tokens.size() - 1;
    if (!tokens.get(last).equals(".")) {
      return this;
    }
    List<String> changed = new ArrayList<>(tokens);
    changed.set(last, mark);
    return new TokenizedSentence(changed, text.map(whole -> withLast(whole, mark)));
  }

  private static AlignedText withLast(AlignedText text, String mark) {
    List<Token> tokens = new ArrayList<>(text.tokens());
    Token last = tokens.remove(tokens.size() - 1);
    String changed =
        text.text().substring(0, last.start()) + mark + text.text().substring(last.end());
    List<Token> moved = new ArrayList<>();
    tokens.forEach(token -> moved.add(new Token(changed, token.start(), token.end())));
    moved.add(new Token(changed, last.start(), last.start() + mark.length()));
    return new AlignedText(changed, moved);
  }
}
