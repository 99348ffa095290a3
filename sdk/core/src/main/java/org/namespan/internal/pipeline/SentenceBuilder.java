package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.namespan.Sentence;
import org.namespan.TaggedToken;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.text.SplitText;
import org.namespan.model.text.Token;

/** From the tokens of a text, their tags and spans to its sentences. */
final class SentenceBuilder {

  private SentenceBuilder() {}

  /**
   * The sentences of a whole text.
   *
   * @param spans per sentence
   * @param tags per sentence one for each token
   */
  static List<Sentence> build(
      SplitText text, List<List<ScoredSpan>> spans, List<List<String>> tags) {
    List<Sentence> sentences = new ArrayList<>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      List<Token> tokens = text.sentences().get(i);
      sentences.add(
          new Sentence(
              text.text(),
              tagged(tokens, tags.get(i)),
              EntityBuilder.build(text, tokens, spans.get(i))));
    }
    return sentences;
  }

  /** The tokens of a sentence with their tags. */
  static List<TaggedToken> tagged(List<Token> sentence, List<String> tags) {
    List<TaggedToken> tokens = new ArrayList<>(sentence.size());
    for (int t = 0; t < sentence.size(); t++) {
      Token token = sentence.get(t);
      tokens.add(new TaggedToken(token.text(), token.start(), token.end(), tags.get(t)));
    }
    return tokens;
  }
}
