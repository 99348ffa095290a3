package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainYourOwnTest {

  @Test
  void learnsTheLabelsOfRecipes(@TempDir Path folder) throws IOException {
    List<String> printed = Printed.by(TrainYourOwn::main, folder.toString());
    assertTrue(printed.get(0).startsWith("epoch 1: dev F1 "), printed.get(0));
    int end = printed.size();
    assertEquals(
        List.of(
            folder.resolve("recipes.onnx").toString(),
            "amount two cups",
            "food sugar",
            "tool bowl"),
        printed.subList(end - 4, end));
  }
}
