package org.namespan.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.Sentence;
import org.namespan.TaggedToken;

/** Prints the entities of a file with their sentences, for a program that counts bytes. */
public final class EntitiesInSentences {

  private EntitiesInSentences() {}

  /**
   * Prints a line for each entity of the UTF-8 file that is named: its first byte, the byte after
   * its last, the meaning of its type, its tokens and its sentence, with tabs between them.
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("expected one argument: the file to tag");
    }
    String text = Files.readString(Path.of(args[0]));
    try (EntityTagger tagger = EntityTagger.english()) {
      print(tagger.tagDocument(text));
    }
  }

  private static void print(Document document) {
    for (Sentence sentence : document.sentences()) {
      for (Entity entity : sentence.entities()) {
        System.out.println(
            String.join(
                "\t",
                String.valueOf(document.utf8Offset(entity.start())),
                String.valueOf(document.utf8Offset(entity.end())),
                document.typeDescriptions().getOrDefault(entity.type(), entity.type()),
                String.join(
                    "|", sentence.tokensOf(entity).stream().map(TaggedToken::text).toList()),
                sentence.text()));
      }
    }
  }
}
