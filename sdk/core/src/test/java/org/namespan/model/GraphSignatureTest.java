package org.namespan.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.namespan.ModelFormatException;
import org.namespan.model.GraphSignature.ElementType;
import org.namespan.model.GraphSignature.Tensor;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordCase;

class GraphSignatureTest {

  private static final List<Hashed> HASHED =
      List.of(new Hashed(HashedFeature.LOWER, 5), new Hashed(HashedFeature.SHAPE, 5));

  private static GraphSignature signature(List<Hashed> hashed, List<TokenInput> others) {
    FeatureRecipe recipe = new FeatureRecipe(WordCase.KEEP, false, hashed, others);
    return new GraphSignature(
        new TokenFeatures(recipe, List.of()).inputs(), GraphSignature.emissions(3));
  }

  private static List<String> names(GraphSignature signature) {
    return signature.inputs().stream().map(Tensor::name).toList();
  }

  @Test
  void asksForWhatTokensAreMadeOf() {
    List<TokenInput> characters = List.of(new CharacterInput("ab", 16));
    assertEquals(List.of("words", "lengths"), names(signature(List.of(), List.of())));
    assertEquals(List.of("words", "hashes", "lengths"), names(signature(HASHED, List.of())));
    assertEquals(
        List.of("words", "hashes", "chars", "lengths"), names(signature(HASHED, characters)));
  }

  @Test
  void knowsTheShapesOfARun() {
    GraphSignature signature = signature(HASHED, List.of(new CharacterInput("ab", 16)));
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
    TokenFeatures features = MetadataCodec.fromEntries(entries, "fixture").tokenFeatures();
    List<long[]> shapes =
        new GraphSignature(features.inputs(), GraphSignature.emissions(3))
            .inputs().stream().map(Tensor::shape).toList();
    assertEquals(entries.get("namespan.hash.features").split("\n").length, shapes.get(1)[2]);
    assertEquals(Integer.parseInt(entries.get("namespan.char.length")), shapes.get(2)[2]);
  }
}
