package org.namespan.examples.reliability.mutants;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutationTest {

  private static final Path FIXTURES =
      Path.of("..", "..", "sdk", "core", "src", "test", "resources", "fixtures");

  private static byte[] model(String name) throws IOException {
    return Files.readAllBytes(FIXTURES.resolve(name));
  }

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void leavesTheModelAndGivesTheSameForTheSameSeed(Mutation mutation) throws IOException {
    byte[] model = model("format-3.onnx");
    byte[] before = model.clone();
    byte[] other = model("format-5.onnx");
    int changed = 0;
    for (int seed = 0; seed < 50; seed++) {
      byte[] mutant = mutation.apply(model, other, new Random(seed));
      assertArrayEquals(mutant, mutation.apply(model, other, new Random(seed)));
      changed += Arrays.equals(mutant, model) ? 0 : 1;
    }
    assertArrayEquals(before, model);
    assertTrue(changed > 40, changed + " of 50 are changed");
  }

  /** By protobuf's own reader: whatever field is changed, all lengths around it are right. */
  @Test
  void fieldsKeepLengthsRight() throws IOException {
    byte[] model = model("format-3.onnx");
    for (int seed = 0; seed < 100; seed++) {
      requireFields(Mutation.METADATA.apply(model, model, new Random(seed)));
      requireFields(Mutation.FIELD.apply(model, model, new Random(seed)));
    }
  }

  private static void requireFields(byte[] message) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(message);
    int tag = in.readTag();
    while (tag != 0) {
      assertTrue(in.skipField(tag));
      tag = in.readTag();
    }
    assertTrue(in.isAtEnd());
  }

  @Test
  void everyKindMeetsEveryModelByEveryRoute() {
    Set<List<Object>> met = new HashSet<>();
    int all = 3 * Mutation.values().length * Route.values().length;
    for (int number = 0; number < all; number++) {
      Mutant mutant = Mutant.of(number, 3);
      met.add(List.of(mutant.model(), mutant.mutation(), mutant.route()));
    }
    assertEquals(all, met.size());
  }
}
