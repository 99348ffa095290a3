package org.namespan.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.namespan.EntityTagger;

/** Tags one text of any length as it is read, in little memory. */
public final class TagLongText {

  private TagLongText() {}

  /** Prints {@code start TAB end TAB type TAB text} for each entity of the file that is named. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("expected one argument: the file to tag");
    }
    try (EntityTagger tagger = EntityTagger.english()) {
      tag(tagger, Path.of(args[0]), System.out);
    }
  }

  static void tag(EntityTagger tagger, Path file, PrintStream out) throws IOException {
    try (Reader document = Files.newBufferedReader(file)) {
      tagger.tag(
          document,
          entity ->
              out.println(
                  entity.start()
                      + "\t"
                      + entity.end()
                      + "\t"
                      + entity.type()
                      + "\t"
                      + entity.text()));
    }
  }
}
