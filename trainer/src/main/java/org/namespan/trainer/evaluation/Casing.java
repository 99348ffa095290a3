package org.namespan.trainer.evaluation;

import java.util.List;
import java.util.Locale;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

/**
 * How tokens are written before they are tagged, to see what a tagger does with text in one case.
 */
public enum Casing {
  /** As the corpus has them. */
  KEEP {
    @Override
    String apply(String token) {
      return token;
    }
  },
  /** {@link String#toLowerCase} in {@link Locale#ROOT}. */
  LOWER {
    @Override
    String apply(String token) {
      return token.toLowerCase(Locale.ROOT);
    }
  },
  /** {@link String#toUpperCase} in {@link Locale#ROOT}. */
  UPPER {
    @Override
    String apply(String token) {
      return token.toUpperCase(Locale.ROOT);
    }
  };

  abstract String apply(String token);

  /** The corpus with its tokens in this case and its tags as they are. */
  public Corpus apply(Corpus corpus) {
    if (this == KEEP) {
      return corpus;
    }
    return corpus.withSentences(corpus.sentences().stream().map(this::apply).toList());
  }

  private Sentence apply(Sentence sentence) {
    List<String> tokens = sentence.tokens().stream().map(this::apply).toList();
    return new Sentence(tokens, sentence.tags(), sentence.line());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
