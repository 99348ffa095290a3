package org.namespan.examples.reliability.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.namespan.EntityTagger;

/** Loads a file again and again while another thread moves one of two models to its name. */
final class ReplacementProgram {

  private ReplacementProgram() {}

  /** Takes a folder, two models, and how often the file is to be replaced. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    Path file = folder.resolve("model.onnx");
    List<byte[]> models =
        List.of(Files.readAllBytes(Path.of(args[1])), Files.readAllBytes(Path.of(args[2])));
    String[] answers = new String[2];
    for (int i = 0; i < 2; i++) {
      answers[i] = Answers.of(false, models.get(i), Route.BUFFER, file);
    }
    if (answers[0].equals(answers[1])) {
      throw new IOException("both models give the same answers, so nothing can be told");
    }
    Files.write(file, models.get(0));
    int wanted = Integer.parseInt(args[3]);
    AtomicInteger replaced = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    Thread mover =
        new Thread(() -> failed.set(!replace(file, models, wanted, replaced)), "replacements");
    mover.start();
    int loads = 0;
    int wrong = 0;
    int[] right = new int[2];
    while (mover.isAlive()) {
      StringBuilder found = new StringBuilder();
      try (EntityTagger tagger = EntityTagger.load(file)) {
        Answers.append(tagger, found);
      }
      loads++;
      int which = List.of(answers).indexOf(found.toString());
      if (which < 0) {
        wrong++;
      } else {
        right[which]++;
      }
    }
    mover.join();
    Files.delete(file);
    if (failed.get()) {
      throw new IOException("the file could not be replaced");
    }
    System.out.printf("told %d %d %d %d %d%n", replaced.get(), loads, right[0], right[1], wrong);
  }

  private static boolean replace(
      Path file, List<byte[]> models, int wanted, AtomicInteger replaced) {
    try {
      while (replaced.get() < wanted) {
        Path next = file.resolveSibling("next.onnx");
        Files.write(next, models.get((replaced.get() + 1) % 2));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        replaced.incrementAndGet();
        // A load takes some tens of milliseconds: about one replacement falls into each.
        Thread.sleep(replaced.get() % 37);
      }
      return true;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
