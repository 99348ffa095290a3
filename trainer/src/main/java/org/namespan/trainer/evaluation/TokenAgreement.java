package org.namespan.trainer.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;

/** Checks that predictions are of the tokens that they are scored on. */
final class TokenAgreement {

  private final Corpus gold;
  private final Corpus predicted;

  private TokenAgreement(Corpus gold, Corpus predicted) {
    this.gold = gold;
    this.predicted = predicted;
  }

  /**
   * Requires the same tokens in the same sentences.
   *
   * @throws CorpusException naming the first line of {@code predicted} that differs
   */
  static void require(Corpus gold, Corpus predicted) throws CorpusException {
    TokenAgreement agreement = new TokenAgreement(gold, predicted);
    int sentences = Math.min(gold.sentences().size(), predicted.sentences().size());
    for (int i = 0; i < sentences; i++) {
      agreement.require(gold.sentences().get(i), predicted.sentences().get(i));
    }
    if (gold.sentences().size() != predicted.sentences().size()) {
      throw agreement.refuse(
          0,
          "found " + predicted.sentences().size() + " sentences",
          gold.sentences().size() + " as in " + gold.name());
    }
  }

  private void require(Sentence annotated, Sentence found) throws CorpusException {
    List<String> tokens = annotated.tokens();
    int common = Math.min(tokens.size(), found.tokens().size());
    for (int i = 0; i < common; i++) {
      if (!tokens.get(i).equals(found.tokens().get(i))) {
        throw refuse(found.line(i), "found another token", "that of " + place(annotated.line(i)));
      }
    }
    if (tokens.size() != found.tokens().size()) {
      throw refuse(
          found.line(),
          "found a sentence of " + found.tokens().size() + " tokens",
          tokens.size() + " as at " + place(annotated.line()));
    }
  }

  private String place(int line) {
    return gold.name() + (line == 0 ? "" : ":" + line);
  }

  private CorpusException refuse(int line, String found, String expected) {
    return new CorpusException(
        Path.of(predicted.name()),
        line,
        found,
        "expected " + expected,
        "give predictions for the tokens and sentences of " + gold.name());
  }
}
