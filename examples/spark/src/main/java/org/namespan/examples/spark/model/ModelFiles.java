package org.namespan.examples.spark.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkFiles;
import org.jspecify.annotations.Nullable;

/** Finds models, and other files of a job, on an executor. */
public final class ModelFiles {

  private ModelFiles() {}

  /** Whether this is the name of a file, and not of a model in a jar. */
  static boolean isFile(String model) {
    return model.endsWith(".onnx");
  }

  /**
   * A file of the job, as {@code --files} or {@code --archives} of spark-submit names it, or else a
   * path that is the same on all machines.
   */
  public static Path find(String name) {
    Path ofJob = Path.of(SparkFiles.getRootDirectory()).resolve(name);
    return Files.exists(ofJob) ? ofJob : Path.of(name);
  }

  /**
   * Opens a model.
   *
   * @param model a file, whose name ends in {@code .onnx}, or the name of a model in a jar
   * @throws FileNotFoundException if there is none
   */
  static InputStream open(String model) throws IOException {
    if (isFile(model)) {
      return Files.newInputStream(find(model));
    }
    String resource = "org/namespan/model/" + model + "/namespan-" + model + ".onnx";
    @Nullable InputStream found =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
    if (found == null) {
      throw new FileNotFoundException(
          "the model "
              + model
              + " is in none of the job's jars: add namespan-model-"
              + model
              + " to --jars, or give a file whose name ends in .onnx");
    }
    return found;
  }
}
