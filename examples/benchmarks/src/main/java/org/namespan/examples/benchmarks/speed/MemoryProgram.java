package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.namespan.EntityTagger;

/**
 * Tags many documents in a JVM with a small heap and prints the peak of its resident memory, native
 * memory and the JVM itself included.
 */
final class MemoryProgram {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final String UNKNOWN = "not available";
  private static final int DOCUMENTS_PER_CALL = 32;

  private MemoryProgram() {}

  /** Takes the model, a file with a document on each line, and the number of documents to tag. */
  public static void main(String[] args) throws IOException {
    List<String> documents = Files.readAllLines(Path.of(args[1]));
    int left = Integer.parseInt(args[2]);
    int next = 0;
    try (EntityTagger tagger = EntityTagger.load(Path.of(args[0]))) {
      while (left > 0) {
        List<String> call = new ArrayList<>();
        for (; call.size() < DOCUMENTS_PER_CALL && left > 0; left--) {
          call.add(documents.get(next++ % documents.size()));
        }
        tagger.tagAll(call);
      }
    }
    System.out.println(peak());
  }

  private static String peak() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return UNKNOWN;
    }
    // "VmHWM:	  171044 kB"
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length(), line.length() - " kB".length()).strip())
        .findFirst()
        .orElse(UNKNOWN);
  }

  /**
   * The peak in MB of 10^6 bytes with 64 MB of Java heap; empty where the system does not tell it.
   *
   * @param documents file with a document on each line
   * @param count documents to tag, from the start again after the last one
   * @throws IOException if the program fails, for example because the heap is too small
   */
  static OptionalDouble peakMegabytes(Path model, Path documents, int count) throws IOException {
    String printed =
        ChildJvm.run(
            List.of("-Xmx64m"),
            MemoryProgram.class,
            List.of("" + model, "" + documents, "" + count));
    return printed.equals(UNKNOWN)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Long.parseLong(printed) * 1024 / 1e6);
  }
}
