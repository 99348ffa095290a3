package org.namespan.examples.spark.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;

/** Tags the rows by the library alone, in a JVM of its own, and prints the seconds. */
public final class LibrarySpeed {

  /** Of one thread, as {@code AnsweredRows} has it. */
  private static final int TEXTS_OF_CALL = 512;

  private LibrarySpeed() {}

  /** Takes the file of lines, a number of rows, and one of threads. */
  public static void main(String[] args) throws IOException {
    RepeatedTexts texts = RepeatedTexts.read(Path.of(args[0]));
    long rows = Long.parseLong(args[1]);
    int threads = Integer.parseInt(args[2]);
    int atOnce = threads == 1 ? TEXTS_OF_CALL : 16 * TEXTS_OF_CALL;
    try (EntityTagger tagger =
        EntityTagger.english(TaggerOptions.defaults().withThreads(threads))) {
      long start = System.nanoTime();
      for (long from = 0; from < rows; from += atOnce) {
        tagger.tagAll(texts.range(from, Math.min(rows, from + atOnce)));
      }
      System.out.println((System.nanoTime() - start) / 1e9);
    }
  }
}
