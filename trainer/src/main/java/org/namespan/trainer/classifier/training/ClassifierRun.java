package org.namespan.trainer.classifier.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.pretrained.Origin;

/**
 * What a run was started with: everything that resuming it must agree with. A checkpoint keeps it.
 *
 * @param config settings
 * @param language of the texts
 * @param facts that were given for the model file, by name
 * @param dataFingerprint of the training and dev texts, see {@link ClassifierData#fingerprint}
 * @param fromSha256 of the file of the classifier that the run began from, in hexadecimal; null for
 *     none
 */
public record ClassifierRun(
    ClassifierConfig config,
    String language,
    Map<String, String> facts,
    String dataFingerprint,
    @Nullable String fromSha256) {

  /** Copies the facts. */
  public ClassifierRun {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /**
   * Requires that a run to resume is given what this one was started with.
   *
   * @param file the checkpoint of this run, for the message
   * @throws IOException naming what differs
   */
  void requireSame(ClassifierRun other, Path file) throws IOException {
    String difference = config.difference(other.config);
    if (difference.isEmpty() && !language.equals(other.language)) {
      difference = "language " + language + ", not " + other.language;
    }
    if (difference.isEmpty() && !facts.equals(other.facts)) {
      difference = "facts " + facts.keySet() + " of other names or texts";
    }
    if (!difference.isEmpty()) {
      throw new IOException(
          file
              + ": the run was started with "
              + difference
              + "; give the same options, or start anew in another folder");
    }
    Origin.requireSame(fromSha256, other.fromSha256, file);
    if (!dataFingerprint.equals(other.dataFingerprint)) {
      throw new IOException(
          file
              + ": the run was started on other training or dev texts, or another --tokenizer; give"
              + " the same, or start anew in another folder");
    }
  }
}
