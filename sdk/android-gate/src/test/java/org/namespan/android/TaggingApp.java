package org.namespan.android;

import org.namespan.Entity;
import org.namespan.EntityTagger;

/** An app that only tags: what R8 leaves of the library for it is what it grows by. */
final class TaggingApp {

  private TaggingApp() {}

  /** Takes the text to tag. */
  public static void main(String[] arguments) throws Exception {
    try (EntityTagger tagger = EntityTagger.load(System.in)) {
      for (Entity entity : tagger.tag(arguments[0])) {
        System.out.println(entity.type() + " " + entity.start() + " " + entity.end());
      }
    }
  }
}
