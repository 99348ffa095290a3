package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.namespan.Entity;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.tag.Span;
import org.namespan.model.text.SplitText;
import org.namespan.model.text.Token;

/** From spans of tokens to entities with offsets into the text. */
final class EntityBuilder {

  private EntityBuilder() {}

  /**
   * The entities of texts.
   *
   * @param spans per sentence of all texts, in their order
   * @return per text in its order
   */
  static List<List<Entity>> build(List<SplitText> texts, List<List<ScoredSpan>> spans) {
    List<List<Entity>> found = new ArrayList<>(texts.size());
    int next = 0;
    for (SplitText text : texts) {
      List<Entity> entities = new ArrayList<>();
      for (List<Token> sentence : text.sentences()) {
        entities.addAll(build(text, sentence, spans.get(next++)));
      }
      found.add(entities);
    }
    return found;
  }

  /** The entities of one sentence of a text. */
  static List<Entity> build(SplitText text, List<Token> sentence, List<ScoredSpan> spans) {
    List<Entity> entities = new ArrayList<>(spans.size());
    for (ScoredSpan scored : spans) {
      entities.add(entity(text, sentence, scored));
    }
    return entities;
  }

  private static Entity entity(SplitText text, List<Token> sentence, ScoredSpan scored) {
    Span span = scored.span();
    int start = sentence.get(span.start()).start();
    int end = sentence.get(span.end() - 1).end();
    return new Entity(
        span.type(),
        text.text().substring(start, end),
        text.offset() + start,
        text.offset() + end,
        scored.probability(),
        scored.source());
  }
}
