package org.namespan.trainer.bulk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.record.Position;

/**
 * Tells beside the output of a run, {@code found.jsonl.resume}, how far it has come.
 *
 * @param file where it lies
 */
record ResumeFile(Path file) {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * How far a run has come.
   *
   * @param run what a run must be the same in to go on with it: the value of each fact by its name
   * @param position behind the last record whose answer is written
   * @param counts so far
   * @param lengths bytes of each file that count, by its name
   * @param whole whether all is written, so that the files need their names alone
   */
  record State(
      Map<String, String> run,
      Position position,
      Counts counts,
      Map<String, Long> lengths,
      boolean whole) {}

  /** The file beside an output. */
  static ResumeFile of(Path output) {
    return new ResumeFile(output.resolveSibling(output.getFileName() + ".resume"));
  }

  /**
   * Reads it.
   *
   * @param run the facts of the run that is to go on
   * @return empty if there is none
   * @throws IOException if it is damaged, or the runs differ
   */
  Optional<State> read(Map<String, String> run) throws IOException {
    State state;
    try {
      state = GSON.fromJson(Files.readString(file), State.class);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonParseException | CharacterCodingException e) {
      throw damaged(e);
    }
    if (state == null
        || state.run == null
        || state.position == null
        || state.counts == null
        || state.lengths == null) {
      throw damaged(null);
    }
    requireSame(state.run, run);
    return Optional.of(state);
  }

  private IOException damaged(@Nullable Throwable cause) {
    return new IOException(
        file + ": is damaged; delete it and the .part beside it to begin anew", cause);
  }

  private void requireSame(Map<String, String> expected, Map<String, String> found)
      throws IOException {
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      String now = found.getOrDefault(name, "none");
      String then = expected.getOrDefault(name, "none");
      if (!now.equals(then)) {
        throw new IOException(
            file
                + ": found "
                + ControlCharacters.escape(name + " = " + now + ", expected " + then)
                + " as when the run began; put that back, or delete this file and the .part beside"
                + " it to begin anew");
      }
    }
  }

  /** Replaces it. */
  void write(State state) throws IOException {
    AtomicFile.write(file, temporary -> Files.writeString(temporary, GSON.toJson(state) + "\n"));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
