package org.namespan.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.namespan.ModelFormatException;
import org.namespan.model.GraphSignature.ElementType;
import org.namespan.model.GraphSignature.Tensor;

class GraphSignatureTest {

  private static List<String> names(GraphSignature signature) {
    return signature.inputs().stream().map(Tensor::name).toList();
  }

  @Test
  void asksForWhatTokensAreMadeOf() {
    assertEquals(List.of("words", "lengths"), names(new GraphSignature(0, 0, 3)));
    assertEquals(List.of("words", "hashes", "lengths"), names(new GraphSignature(2, 0, 3)));
    assertEquals(
        List.of("words", "hashes", "chars", "lengths"), names(new GraphSignature(2, 16, 3)));
  }

  @Test
  void knowsTheShapesOfARun() {
    GraphSignature signature = new GraphSignature(2, 16, 3);
    Map<String, long[]> expected =
        Map.of(
            "words", new long[] {5, 7},
            "hashes", new long[] {5, 7, 2},
            "chars", new long[] {5, 7, 16},
            "lengths", new long[] {5});
    for (Tensor input : signature.inputs()) {
      assertEquals(ElementType.INT32, input.type());
      assertArrayEquals(expected.get(input.name()), input.shape(5, 7), input.name());
    }
    assertEquals("emissions", signature.output().name());
    assertEquals(ElementType.FLOAT, signature.output().type());
    assertArrayEquals(new long[] {-1, -1, 3}, signature.output().shape());
  }

  @Test
  void isThatOfAModelsMetadata() throws ModelFormatException {
    Map<String, String> entries = ModelBytes.of(ModelBytes.fixtureWithCharacters()).entries();
    GraphSignature signature = GraphSignature.of(MetadataCodec.fromEntries(entries, "fixture"));
    assertEquals(Integer.parseInt(entries.get("namespan.char.length")), signature.charLength());
    assertEquals(entries.get("namespan.labels").split("\n").length, signature.labels());
    assertEquals(
        entries.get("namespan.hash.features").split("\n").length, signature.hashedFeatures());
  }
}
