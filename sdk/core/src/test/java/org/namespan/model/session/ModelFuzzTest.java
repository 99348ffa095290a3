package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.namespan.EntityTagger;
import org.namespan.ModelFormatException;
import org.namespan.classification.TextClassifier;
import org.namespan.model.ModelBytes;

/** Whatever the bytes of a model file are, they are refused in one line or can be used. */
class ModelFuzzTest {

  private static final List<byte[]> TAGGERS =
      List.of(
          ModelBytes.fixture(3),
          ModelBytes.fixture(4),
          ModelBytes.fixture(2),
          ModelBytes.fixtureWithCharacters(),
          ModelBytes.fixture(1));

  private static final List<byte[]> CLASSIFIERS =
      List.of(ModelBytes.fixture(5), ModelBytes.fixtureOfSeveralClasses());

  /** The whole file as it is given. */
  @FuzzTest(maxDuration = "1m")
  void graph(byte[] bytes) throws IOException {
    try {
      GraphInspection.inspect(new ModelSource.InMemory(ByteBuffer.wrap(bytes), "model"));
    } catch (ModelFormatException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  /**
   * A model of a fixture with bytes changed: the first byte of the input chooses the fixture, and
   * each four that follow are a place in it and what its byte is xored with.
   */
  @FuzzTest(maxDuration = "1m")
  void tagger(byte[] bytes) throws IOException {
    try (EntityTagger tagger = EntityTagger.load(changed(TAGGERS, bytes))) {
      tagger.tag("Barack Obama flew to Thailand.\n\nHe left");
      tagger.tagTokens(List.of("a"));
    } catch (ModelFormatException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  @FuzzTest(maxDuration = "1m")
  void classifier(byte[] bytes) throws IOException {
    try (TextClassifier classifier = TextClassifier.load(changed(CLASSIFIERS, bytes))) {
      assertNotNull(classifier.classify("The soup was cold.").toString());
    } catch (ModelFormatException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  private static ByteBuffer changed(List<byte[]> models, byte[] changes) {
    ByteBuffer from = ByteBuffer.wrap(changes);
    byte[] model =
        models.get(from.hasRemaining() ? (from.get() & 0xFF) % models.size() : 0).clone();
    while (from.remaining() >= Integer.BYTES) {
      int change = from.getInt();
      model[(change >>> 8) % model.length] ^= (byte) change;
    }
    return ByteBuffer.wrap(model);
  }
}
