package org.namespan.examples.benchmarks.robust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * A text and the entities in it. Immutable.
 *
 * @param text the text
 * @param entities in text order, none overlapping
 */
record AnnotatedText(String text, List<TypedRange> entities) {

  /** Copies the list. */
  AnnotatedText {
    entities = List.copyOf(entities);
  }

  /** Texts with the entities that a tagger finds in each of them alone. */
  static List<AnnotatedText> tag(EntityTagger tagger, Collection<String> texts) {
    List<List<Entity>> found = tagger.tagAll(texts);
    List<AnnotatedText> tagged = new ArrayList<>(texts.size());
    int next = 0;
    for (String text : texts) {
      tagged.add(new AnnotatedText(text, found.get(next++).stream().map(TypedRange::of).toList()));
    }
    return tagged;
  }

  /** Whether an entity begins at {@code offset}. */
  boolean entityStarts(int offset) {
    return entities.stream().anyMatch(entity -> entity.start() == offset);
  }

  /** Whether an entity ends before {@code offset}. */
  boolean entityEnds(int offset) {
    return entities.stream().anyMatch(entity -> entity.end() == offset);
  }

  /** Whether the char at {@code offset} belongs to an entity. */
  boolean inEntity(int offset) {
    return entities.stream().anyMatch(entity -> entity.start() <= offset && offset < entity.end());
  }
}
