package org.namespan.trainer.pretrained;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model file that a training begins from, as the facts of the new model tell it.
 *
 * @param name of the file, without its folder
 * @param sha256 of the file, in hexadecimal
 * @param facts that it tells of itself
 */
public record Origin(String name, String sha256, Map<String, String> facts) {

  private static final String FROM = "from";
  private static final String TRAINING = "training.";
  private static final String CALIBRATION = "calibration.";
  private static final String LICENCE = TRAINING + "licence";
  private static final String LANGUAGE = "language";

  /**
   * Puts in which model it is, its language, and, as {@code from.training.data} and so on, what it
   * was trained and its scores were calibrated on before. Its licence is also that of the new model
   * until another is given. Scores of before hold no longer.
   */
  public void putFacts(Map<String, String> all) {
    all.put(FROM, name);
    all.put(FROM + ".sha256", sha256);
    facts.forEach(
        (fact, text) -> {
          if (fact.startsWith(TRAINING) || fact.startsWith(CALIBRATION) || fact.startsWith(FROM)) {
            all.put(FROM + "." + fact, text);
          }
          if (fact.equals(LANGUAGE) || fact.equals(LICENCE)) {
            all.put(fact, text);
          }
        });
  }

  /**
   * Requires that a run to resume is given the model that it began from.
   *
   * @param own SHA-256 of the file that it began from; null for none
   * @param given SHA-256 of the file that is given; null for none
   * @param checkpoint of the run, for the message
   */
  public static void requireSame(@Nullable String own, @Nullable String given, Path checkpoint)
      throws IOException {
    if (!Objects.equals(own, given)) {
      throw new IOException(
          checkpoint
              + ": the run began from "
              + told(own)
              + ", not from "
              + told(given)
              + "; give the same file by --from, or start anew in another folder");
    }
  }

  private static String told(@Nullable String sha256) {
    return sha256 == null ? "no other model" : "the model file of SHA-256 " + sha256;
  }
}
