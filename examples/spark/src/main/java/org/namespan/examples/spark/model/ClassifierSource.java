package org.namespan.examples.spark.model;

import java.io.IOException;

/**
 * Where an executor gets a text classifier.
 *
 * @param model a file whose name ends in {@code .onnx}: one of {@code --files}, or a path that is
 *     the same on all machines
 */
public record ClassifierSource(String model) implements ModelSource<ClassifierModel> {

  /** Rejects what is no file of a model. */
  public ClassifierSource {
    if (!ModelFiles.isFile(model)) {
      throw new IllegalArgumentException(
          "found classifier '" + model + "', expected a file whose name ends in .onnx");
    }
  }

  @Override
  public ClassifierModel load() throws IOException {
    return ClassifierModel.load(model);
  }
}
