package org.namespan.examples.server;

import java.util.Set;
import java.util.TreeSet;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** Tells who a text names. Safe for use by many threads, as the tagger is. */
public class PeopleFinder {

  private final EntityTagger tagger;

  /** Asks {@code tagger}, and does not own it. */
  public PeopleFinder(EntityTagger tagger) {
    this.tagger = tagger;
  }

  /** The people in a text, each once, sorted. */
  public Set<String> people(String text) {
    Set<String> people = new TreeSet<>();
    for (Entity entity : tagger.tag(text)) {
      if (entity.type().equals("per")) {
        people.add(entity.text());
      }
    }
    return people;
  }
}
