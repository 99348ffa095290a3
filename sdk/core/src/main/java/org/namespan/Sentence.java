package org.namespan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import opennlp.tools.util.Span;

/**
 * A sentence of a {@link Document}, with its tokens and its entities.
 *
 * <pre>{@code
 * Document document = tagger.tagDocument("It rained. Barack Obama flew to Thailand.");
 * Sentence sentence = document.sentences().get(1);
 * sentence.text(); // Barack Obama flew to Thailand.
 * sentence.tokens().size(); // 6
 * Entity place = sentence.entities().get(1);
 * sentence.spanOf(place); // [4..5) geo
 * sentence.tokens().get(3).text(); // to
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Sentence {

  private final String documentText;
  private final List<TaggedToken> tokens;
  private final List<Entity> entities;

  /**
   * A sentence as {@link EntityTagger#tagDocument} makes it; for tests of what takes documents.
   *
   * @param documentText the text of the whole document, into which all offsets are
   * @param tokens at least one, in text order
   * @param entities in text order, each from the start of one of the tokens to the end of one
   */
  public Sentence(String documentText, List<TaggedToken> tokens, List<Entity> entities) {
    this.documentText = documentText;
    this.tokens = Collections.unmodifiableList(new ArrayList<>(tokens));
    this.entities = Collections.unmodifiableList(new ArrayList<>(entities));
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence has no token, expected at least one");
    }
    for (Entity entity : entities) {
      spanOf(entity);
    }
  }

  /** The sentence exactly as it stands in the text, from its first token to its last. */
  public String text() {
    return documentText.substring(start(), end());
  }

  /** Offset of its first {@code char} in the text of the document. */
  public int start() {
    return tokens.get(0).start();
  }

  /** Offset after its last {@code char}. */
  public int end() {
    return tokens.get(tokens.size() - 1).end();
  }

  /** Its tokens in text order, at least one; their tags are a legal sequence in BIO. */
  public List<TaggedToken> tokens() {
    return tokens;
  }

  /** Its entities in text order, none overlapping. */
  public List<Entity> entities() {
    return entities;
  }

  /**
   * Which tokens an entity is, as OpenNLP has it: a span of indices into {@link #tokens}, with the
   * entity's type and, as {@link Span#getProb}, its score. Found by binary search.
   *
   * @throws IllegalArgumentException if the entity does not begin and end with tokens of this
   *     sentence
   */
  public Span spanOf(Entity entity) {
    int first = tokenAt(entity.start());
    int last = tokenAt(entity.end() - 1);
    if (first < 0
        || last < first
        || tokens.get(first).start() != entity.start()
        || tokens.get(last).end() != entity.end()) {
      throw new IllegalArgumentException(
          "the entity at "
              + entity.start()
              + ".."
              + entity.end()
              + " is not made of tokens of the sentence at "
              + start()
              + ".."
              + end());
    }
    return new Span(first, last + 1, entity.type(), entity.score());
  }

  /**
   * The tokens of an entity.
   *
   * @throws IllegalArgumentException if the entity is none of this sentence
   */
  public List<TaggedToken> tokensOf(Entity entity) {
    Span span = spanOf(entity);
    return tokens.subList(span.getStart(), span.getEnd());
  }

  /** The last token that begins at an offset or before it, or -1. */
  private int tokenAt(int offset) {
    int from = 0;
    int to = tokens.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (tokens.get(middle).start() <= offset) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }
}
