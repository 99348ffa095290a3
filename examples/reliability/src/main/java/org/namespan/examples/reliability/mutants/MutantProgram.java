package org.namespan.examples.reliability.mutants;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.namespan.ModelFormatException;

/**
 * Loads mutants and uses them, one after the other. Prints {@code begin} and the number before
 * each, {@code end}, the number and its fate after it, and the peak of its memory at last.
 */
final class MutantProgram {

  static final int LONGEST_MESSAGE = 2000;

  private MutantProgram() {}

  /** Takes the numbers of the first mutant and behind the last, and a folder. */
  public static void main(String[] args) throws IOException {
    List<byte[]> models = Models.ofClone().bytes();
    List<Boolean> classifiers = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    Path file = Path.of(args[2]).resolve("mutant.onnx");
    for (byte[] model : models) {
      classifiers.add(Models.isClassifier(model));
      answers.add(Answers.of(Models.isClassifier(model), model, Route.PATH, file));
    }
    PrintStream out = System.out;
    for (int number = Integer.parseInt(args[0]); number < Integer.parseInt(args[1]); number++) {
      Mutant mutant = Mutant.of(number, models.size());
      byte[] bytes = mutant.bytes(models);
      out.println("begin " + number);
      out.flush();
      boolean classifier = classifiers.get(mutant.model());
      out.println("end " + number + " " + fate(mutant, bytes, classifier, answers, file));
      out.flush();
    }
    Files.deleteIfExists(file);
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          out.println("peak " + line.replaceAll("[^0-9]", ""));
        }
      }
    }
    out.flush();
    // Threads of a mutant that were never joined shall not keep it.
    System.exit(0);
  }

  private static String fate(
      Mutant mutant, byte[] bytes, boolean classifier, List<String> answers, Path file) {
    try {
      String found = Answers.of(classifier, bytes, mutant.route(), file);
      Digest digest = Digest.of(bytes);
      if (digest.isToBeRefused()) {
        return Fate.UNDETECTED + " its digest is " + digest;
      }
      // Of a splice the end may be another model, whole.
      boolean foreign = mutant.mutation() == Mutation.SPLICED && answers.contains(found);
      boolean same = foreign || found.equals(answers.get(mutant.model()));
      return (same ? Fate.SAME : Fate.OTHER).name();
    } catch (ModelFormatException e) {
      boolean oneLine = e.getMessage().lines().count() == 1;
      return oneLine && e.getMessage().length() < LONGEST_MESSAGE
          ? Fate.REFUSED.name()
          : Fate.EXCEPTION + " message of " + e.getMessage().length() + " chars";
    } catch (Exception | Error e) {
      StackTraceElement[] trace = e.getStackTrace();
      return Fate.EXCEPTION
          + " "
          + e.toString().replaceAll("\\s+", " ")
          + (trace.length == 0 ? "" : " at " + trace[0]);
    }
  }
}
