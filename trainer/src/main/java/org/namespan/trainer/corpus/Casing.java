package org.namespan.trainer.corpus;

import java.util.List;
import java.util.Locale;

/** How the letters of a text are written, in any language's own letters. */
public enum Casing {
  /** As they stand. */
  KEEP,
  /** {@code obama visits iraq}. */
  LOWER,
  /** {@code OBAMA VISITS IRAQ}. */
  UPPER,
  /** {@code Obama Visits Iraq}. */
  TITLE;

  /**
   * The token in this case; it is not empty. Its length may change: {@code ß} becomes {@code SS}.
   */
  public String apply(String token) {
    return switch (this) {
      case KEEP -> token;
      case LOWER -> token.toLowerCase(Locale.ROOT);
      case UPPER -> token.toUpperCase(Locale.ROOT);
      case TITLE -> {
        int first = token.codePointAt(0);
        // The whole token at once: how a Greek sigma is written depends on what stands before it.
        String lower = token.toLowerCase(Locale.ROOT);
        int lowerFirst = Character.toString(first).toLowerCase(Locale.ROOT).length();
        yield Character.toString(Character.toTitleCase(first)) + lower.substring(lowerFirst);
      }
    };
  }

  /** The tokens in this case. */
  public List<String> apply(List<String> tokens) {
    return this == KEEP ? tokens : tokens.stream().map(this::apply).toList();
  }

  /** The corpus with its tokens in this case and without its texts; spans and open types stay. */
  public Corpus apply(Corpus corpus) {
    return this == KEEP
        ? corpus
        : corpus.withSentences(corpus.sentences().stream().map(this::apply).toList());
  }

  private Sentence apply(Sentence sentence) {
    return sentence.withTokens(apply(sentence.tokens()));
  }

  /** The name as options and reports have it: {@code lower}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
