package org.namespan.examples;

import java.io.IOException;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** Finds the entities of a sentence with the bundled English model. */
public final class QuickStart {

  private QuickStart() {}

  /** Prints the entities of the arguments, or of a sentence about a journey. */
  public static void main(String[] args) throws IOException {
    String text =
        args.length > 0 ? String.join(" ", args) : "Barack Obama flew to Thailand in December .";
    try (EntityTagger tagger = EntityTagger.english()) {
      for (Entity entity : tagger.tag(text)) {
        System.out.println(
            entity.type() + " " + entity.text() + " " + entity.start() + "-" + entity.end());
      }
    }
  }
}
