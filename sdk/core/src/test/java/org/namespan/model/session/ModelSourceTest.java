package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.ModelBytes;

class ModelSourceTest {

  @Test
  void aFileThatIsReplacedWhileItIsLoadedIsTheOneThatWasOpened(@TempDir Path folder)
      throws IOException, OrtException {
    Path file = folder.resolve("model.onnx");
    for (int before : new int[] {1, 4}) {
      Files.write(file, ModelBytes.fixture(before));
      Path next = Files.write(folder.resolve("next.onnx"), ModelBytes.fixture(3));
      try (ModelSource source = ModelSource.of(file)) {
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            OrtSession session = source.createSession(OrtEnvironment.getEnvironment(), options)) {
          Map<String, String> loaded = session.getMetadata().getCustomMetadata();
          assertEquals(OnnxMetadata.read(source).keySet(), loaded.keySet());
          assertEquals(Integer.toString(before), loaded.get("namespan.format"));
        }
      }
    }
  }
}
