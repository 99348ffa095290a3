package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.namespan.model.ModelDigest;

/** A corpus of a few sentences, and a model that {@code namespan train} made of it once. */
final class SmallRun {

  private static final String[] PEOPLE = {"Anna Berg", "Otto", "Mia Lind", "Emil Koch"};
  private static final String[] PLACES = {"Paris", "New York", "Oslo", "Zürich"};

  private static Path folder;

  private SmallRun() {}

  /** Sentences such as {@code Anna Berg lives in New York .}, tagged with per and geo. */
  static String corpus() {
    StringBuilder text = new StringBuilder();
    for (String person : PEOPLE) {
      for (String place : PLACES) {
        add(text, person, "per");
        text.append("lives\tO\nin\tO\n");
        add(text, place, "geo");
        text.append(".\tO\n\n");
        text.append("\"\tO\n");
        add(text, place, "geo");
        text.append("is\tO\nfar\tO\n\"\tO\n,\tO\nsaid\tO\n");
        add(text, person, "per");
        text.append(".\tO\n\n");
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String name, String type) {
    String prefix = "B-";
    for (String word : name.split(" ")) {
      text.append(word).append('\t').append(prefix).append(type).append('\n');
      prefix = "I-";
    }
  }

  /** Arguments of the training, after the command's name. */
  static Object[] arguments(Path corpus, Path out) {
    return new Object[] {
      "train",
      "--preset",
      "plain",
      "--data",
      corpus,
      "--dev",
      corpus,
      "--out",
      out,
      "--epochs",
      "40",
      "--patience",
      "40",
      "--batch-size",
      "8",
      "--learning-rate",
      "0.02",
      "--min-score",
      "0.5",
      "--fact",
      "training.licence=CC0",
      "--fact",
      "type.per=names of people, without titles"
    };
  }

  /** The folder of the run: corpus.conll, model.onnx, checkpoint.safetensors, training.jsonl. */
  static synchronized Path folder() {
    if (folder == null) {
      try {
        Path made = Files.createTempDirectory("namespan-test");
        made.toFile().deleteOnExit();
        Path corpus = Files.writeString(made.resolve("corpus.conll"), corpus());
        CommandRun run = CommandRun.of(arguments(corpus, made)).assertOk();
        if (!run.out().contains("model.onnx")) {
          throw new AssertionError(run.out());
        }
        for (String name : made.toFile().list()) {
          made.resolve(name).toFile().deleteOnExit();
        }
        folder = made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  static Path model() {
    return folder().resolve("model.onnx");
  }

  static Path corpusFile() {
    return folder().resolve("corpus.conll");
  }

  static Path checkpoint() {
    return folder().resolve("checkpoint.safetensors");
  }

  /** The model as a later version would write it: {@code namespan.format} is 9. */
  static byte[] futureModel() throws IOException {
    byte[] bytes = Files.readAllBytes(model());
    // In protobuf the key is followed by the tag and the length of the value.
    byte[] key = "namespan.format\u0012\u0001".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i + key.length < bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + key.length, key, 0, key.length)) {
        bytes[i + key.length] = '9';
        return ModelDigest.append(Arrays.copyOf(bytes, bytes.length - ModelDigest.SIZE));
      }
    }
    throw new AssertionError("no format version in the model");
  }
}
