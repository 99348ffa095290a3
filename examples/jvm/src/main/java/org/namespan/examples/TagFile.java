package org.namespan.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** Tags a file of any size, one text per line, a few hundred lines at once. */
public final class TagFile {

  private static final int LINES_AT_ONCE = 256;

  private TagFile() {}

  /** Prints {@code line TAB type TAB text} for each entity of the file that is named. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("expected one argument: the file to tag");
    }
    try (EntityTagger tagger = EntityTagger.english()) {
      tag(tagger, Path.of(args[0]), System.out);
    }
  }

  static void tag(EntityTagger tagger, Path file, PrintStream out) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      List<String> lines = new ArrayList<>();
      int done = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (lines.size() == LINES_AT_ONCE) {
          print(tagger.tagAll(lines), done, out);
          done += lines.size();
          lines.clear();
        }
      }
      print(tagger.tagAll(lines), done, out);
    }
  }

  private static void print(List<List<Entity>> found, int linesBefore, PrintStream out) {
    for (int i = 0; i < found.size(); i++) {
      for (Entity entity : found.get(i)) {
        out.println((linesBefore + i + 1) + "\t" + entity.type() + "\t" + entity.text());
      }
    }
  }
}
