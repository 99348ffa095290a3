package org.namespan;

import java.io.FileNotFoundException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A model that comes in a jar. */
final class BundledModel {

  private BundledModel() {}

  /**
   * Opens the model of a name, of the sdk's own class loader or the thread's.
   *
   * @throws FileNotFoundException if neither has it
   */
  static InputStream open(String name) throws FileNotFoundException {
    String file = "org/namespan/model/" + name + "/namespan-" + name + ".onnx";
    @Nullable InputStream found = EntityTagger.class.getClassLoader().getResourceAsStream(file);
    @Nullable ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    if (found == null && ofThread != null) {
      found = ofThread.getResourceAsStream(file);
    }
    if (found == null) {
      throw new FileNotFoundException(
          "the model "
              + name
              + " is not on the class path: add the dependency org.namespan:namespan-model-"
              + name);
    }
    return found;
  }
}
