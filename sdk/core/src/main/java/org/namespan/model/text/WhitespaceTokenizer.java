package org.namespan.model.text;

import java.util.List;

/** Takes what stands between white space as a token, for text that is tokenised already. */
final class WhitespaceTokenizer implements Tokenizer {

  @Override
  public void tokenize(NormalizedText text, int start, int end, List<Token> tokens) {
    int from = text.skipSpace(start, end);
    while (from < end) {
      int to = text.nextSpace(from, end);
      tokens.add(text.token(from, to));
      from = text.skipSpace(to, end);
    }
  }
}
