package org.namespan.trainer.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.pretrained.Origin;
import org.namespan.trainer.text.TextOptions;

/**
 * What a run was started with: everything that resuming it must agree with. A checkpoint keeps it.
 *
 * @param config settings
 * @param text how the model is to split text
 * @param facts that were given for the model file, by name
 * @param dataFingerprint of the training and dev sentences, see {@link TrainingData#fingerprint};
 *     together with the label scheme of {@code config} they settle labels, vocabulary and network
 * @param fromSha256 of the file of the tagger that the run began from, in hexadecimal; null for
 *     none
 */
public record TrainingRun(
    TrainingConfig config,
    TextOptions text,
    Map<String, String> facts,
    String dataFingerprint,
    @Nullable String fromSha256) {

  /** Copies the facts. */
  public TrainingRun {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** A run that began with weights of its own. */
  public TrainingRun(
      TrainingConfig config, TextOptions text, Map<String, String> facts, String dataFingerprint) {
    this(config, text, facts, dataFingerprint, null);
  }

  /**
   * Requires that a run to resume is given the options that this one was started with.
   *
   * @param file the checkpoint of this run, for the message
   * @throws IOException naming each option that differs
   */
  void requireOptions(
      TrainingConfig otherConfig, TextOptions otherText, Map<String, String> otherFacts, Path file)
      throws IOException {
    List<String> differences = new ArrayList<>();
    if (!config.equals(otherConfig)) {
      differences.add(config.difference(otherConfig));
    }
    compare(
        "tokenizer", text.tokenizer().toString(), otherText.tokenizer().toString(), differences);
    compare("language", text.language(), otherText.language(), differences);
    TreeSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(otherFacts.keySet());
    for (String name : names) {
      compare(
          "fact " + name,
          facts.getOrDefault(name, "none"),
          otherFacts.getOrDefault(name, "none"),
          differences);
    }
    if (!differences.isEmpty()) {
      throw new IOException(
          file
              + ": the run was started with "
              + String.join("; ", differences)
              + "; give the same options, or start anew in another folder");
    }
  }

  private static void compare(String name, String own, String other, List<String> differences) {
    if (!own.equals(other)) {
      differences.add(name + " " + own + ", not " + other);
    }
  }

  /**
   * Requires that a run to resume is given the tagger that this one began from.
   *
   * @param otherFrom SHA-256 of its file; null for none
   * @param file the checkpoint of this run, for the message
   */
  void requireFrom(@Nullable String otherFrom, Path file) throws IOException {
    Origin.requireSame(fromSha256, otherFrom, file);
  }

  /**
   * Requires that a run to resume is given the data that this one was started on.
   *
   * @param file the checkpoint of this run, for the message
   */
  void requireData(String otherFingerprint, Path file) throws IOException {
    if (!dataFingerprint.equals(otherFingerprint)) {
      throw new IOException(
          file
              + ": the run was started on other training or dev sentences; give the same files, or"
              + " start anew in another folder");
    }
  }
}
