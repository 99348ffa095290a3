package org.namespan.trainer.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.record.BadRecord;
import org.namespan.trainer.record.Position;

/**
 * Takes the answers of a run in order: files that appear once all are whole, or a printer. Beside
 * an output that is a file stands how far it has come, so that the same run can go on after a kill:
 * each batch may be the last. Used by one thread.
 */
public final class BulkOutput implements Closeable {

  private static final long SECONDS_BETWEEN_STATES = 2;

  /** Takes what is not written to a file. */
  @FunctionalInterface
  public interface Printer {
    /** Prints lines. */
    void print(String lines) throws IOException;
  }

  private final Printer printer;
  private final Files files;
  private final Map<String, String> run;
  private final @Nullable ResumeFile resumeFile;
  private final long nanosBetweenStates;

  private Position position = Position.START;
  private Counts counts = Counts.NONE;
  private final Map<String, PartFile> parts = new LinkedHashMap<>();
  private long stateWritten = System.nanoTime();
  private boolean ended;

  /**
   * Where a run writes to.
   *
   * @param output null for the printer
   * @param maps of redactions; null for none. For its owner's eyes only.
   * @param bad records that were left out; null for none
   */
  public record Files(@Nullable Path output, @Nullable Path maps, @Nullable Path bad) {

    private List<Path> all() {
      List<Path> all = new ArrayList<>();
      for (@Nullable Path each : new Path[] {output, maps, bad}) {
        if (each != null) {
          all.add(each);
        }
      }
      return all;
    }
  }

  BulkOutput(Files files, Printer printer, Map<String, String> run, long nanosBetweenStates) {
    this.files = files;
    this.printer = printer;
    this.run = run;
    this.resumeFile = files.output() == null ? null : ResumeFile.of(files.output());
    this.nanosBetweenStates = nanosBetweenStates;
  }

  /**
   * Opens the files.
   *
   * @param printer of the output where it is no file
   * @param run what a run must be the same in to be resumed, by name: the model, the input, options
   * @param resume whether to go on where an earlier run has stopped, if there is one
   * @throws IOException if one cannot be written, an earlier run has left a part and is not to be
   *     resumed, or is to be and was another
   */
  public static BulkOutput open(
      Files files, Printer printer, Map<String, String> run, boolean resume) throws IOException {
    return open(files, printer, run, resume, TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_STATES));
  }

  static BulkOutput open(
      Files files,
      Printer printer,
      Map<String, String> run,
      boolean resume,
      long nanosBetweenStates)
      throws IOException {
    BulkOutput output = new BulkOutput(files, printer, run, nanosBetweenStates);
    boolean usable = false;
    try {
      ResumeFile file = output.resumeFile;
      Optional<ResumeFile.State> state = resume && file != null ? file.read(run) : Optional.empty();
      if (state.isPresent()) {
        output.resume(state.get());
      } else {
        output.begin(resume);
      }
      usable = true;
      return output;
    } finally {
      if (!usable) {
        output.closeParts();
      }
    }
  }

  private void begin(boolean replace) throws IOException {
    boolean usable = false;
    try {
      for (Path each : files.all()) {
        parts.put(each.toString(), PartFile.begin(each, each.equals(files.maps()), replace));
      }
      writeState(false);
      usable = true;
    } finally {
      if (!usable) {
        // The state of an earlier run stays, and so do its parts.
        deleteParts();
      }
    }
  }

  private void resume(ResumeFile.State state) throws IOException {
    position = state.position();
    counts = state.counts();
    ended = state.whole();
    if (ended) {
      // All that a kill has left to do is to name the files.
      return;
    }
    for (Path each : files.all()) {
      Long length = state.lengths().get(each.toString());
      parts.put(each.toString(), PartFile.resume(each, length == null ? 0 : length));
    }
  }

  /** The files that stand beside an output while a run goes on. */
  public static List<Path> beside(Path output) {
    return List.of(PartFile.part(output), ResumeFile.of(output).file());
  }

  /** Whether a run has left a part of an output, or not yet given it its name. */
  public static boolean isBegun(Path output) {
    return java.nio.file.Files.exists(ResumeFile.of(output).file());
  }

  /** Where the run begins: at the start, or behind what an earlier one has written. */
  public Position position() {
    return position;
  }

  /** What is written so far, by an earlier run that is resumed as well. */
  public Counts counts() {
    return counts;
  }

  /** Whether an earlier run that is resumed had written all. */
  boolean isWhole() {
    return ended;
  }

  /** How the output is packed. */
  Packing packing() {
    return files.output() == null ? Packing.PLAIN : Packing.of(files.output());
  }

  /** How the maps are packed. */
  Packing mapPacking() {
    return files.maps() == null ? Packing.PLAIN : Packing.of(files.maps());
  }

  /** Takes the answer of the next batch. */
  void write(BatchAnswer answer, BulkMonitor monitor) throws IOException {
    if (files.output() == null) {
      printer.print(new String(answer.output(), StandardCharsets.UTF_8));
    } else {
      part(files.output()).write(answer.output());
    }
    if (files.maps() != null) {
      part(files.maps()).write(answer.maps());
    }
    writeBad(answer.bad(), monitor);
    position = answer.end();
    counts = counts.plus(answer.counts());
    if (System.nanoTime() - stateWritten >= nanosBetweenStates) {
      writeState(false);
    }
  }

  private void writeBad(List<BadRecord> bad, BulkMonitor monitor) throws IOException {
    if (files.bad() == null) {
      bad.forEach(monitor::left);
      return;
    }
    PartFile part = part(files.bad());
    StringBuilder lines = new StringBuilder();
    for (BadRecord each : bad) {
      each.writeJson(lines);
      lines.append('\n');
    }
    part.write(part.packing().pack(lines));
  }

  private PartFile part(Path file) {
    PartFile part = parts.get(file.toString());
    if (part == null) {
      throw new IllegalStateException(file + " is not open");
    }
    return part;
  }

  private void writeState(boolean whole) throws IOException {
    if (resumeFile != null) {
      Map<String, Long> lengths = new LinkedHashMap<>();
      for (Map.Entry<String, PartFile> part : parts.entrySet()) {
        part.getValue().force();
        lengths.put(part.getKey(), part.getValue().length());
      }
      resumeFile.write(new ResumeFile.State(run, position, counts, lengths, whole));
    }
    stateWritten = System.nanoTime();
  }

  /** Ends all files and gives them their names. */
  void end() throws IOException {
    if (!ended) {
      for (PartFile part : parts.values()) {
        part.end();
      }
      writeState(true);
      ended = true;
      closeParts();
    }
    for (Path each : files.all()) {
      PartFile.move(each);
    }
    if (resumeFile != null) {
      resumeFile.delete();
    }
  }

  /**
   * Leaves what is written for a run that goes on with it, and nothing where nothing is written.
   */
  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    boolean nothing = position.equals(Position.START) || resumeFile == null;
    if (!nothing) {
      writeState(false);
    }
    if (nothing) {
      deleteParts();
    }
    closeParts();
    if (nothing && resumeFile != null) {
      resumeFile.delete();
    }
  }

  private void deleteParts() throws IOException {
    for (PartFile part : parts.values()) {
      part.delete();
    }
  }

  private void closeParts() throws IOException {
    for (PartFile part : parts.values()) {
      part.close();
    }
  }
}
