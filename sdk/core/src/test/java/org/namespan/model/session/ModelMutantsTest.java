package org.namespan.model.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.ModelFormatException;
import org.namespan.classification.TextClassifier;
import org.namespan.model.ModelBytes;
import org.namespan.model.ModelMutator;
import org.namespan.model.ModelMutator.Digest;
import org.namespan.model.ModelMutator.Kind;
import org.namespan.model.ModelMutator.Mutant;

/**
 * Damaged and forged files are refused in one way, or do what a model does. Those whose digest is
 * wrong are always refused.
 */
class ModelMutantsTest {

  private static final String TEXT = "Otto lives in Paris. He works for Siemens in Berlin-Mitte.";
  private static final int MUTANTS_OF_A_KIND = 60;
  private static final int LONGEST_MESSAGE = 5_000;

  private static List<byte[]> models() {
    List<byte[]> models = new ArrayList<>();
    for (int format = 1; format <= 6; format++) {
      models.add(ModelBytes.fixture(format));
    }
    models.add(ModelBytes.fixtureWithCharacters());
    models.add(ModelBytes.fixtureOfSeveralClasses());
    models.add(ModelBytes.fixtureOfAClassifier());
    return models;
  }

  @Test
  @Timeout(value = 300, unit = SECONDS)
  void mutantsAreRefusedOrDoWhatModelsDo() throws IOException {
    ModelMutator mutator = new ModelMutator(41, models());
    for (Kind kind : Kind.values()) {
      Map<Digest, Integer> loaded = new EnumMap<>(Digest.class);
      for (int i = 0; i < MUTANTS_OF_A_KIND; i++) {
        Mutant mutant = mutator.next(kind);
        if (loads(mutant.bytes())) {
          loaded.merge(mutant.digest(), 1, Integer::sum);
        }
      }
      assertFalse(loaded.containsKey(Digest.WRONG), kind + " " + loaded);
    }
  }

  /** Some are not refused for a reason of all: what is changed in them is read. */
  @Test
  void theSameSeedGivesTheSameMutantsAndSomeOfThemLoad() throws IOException {
    ModelMutator one = new ModelMutator(3, models());
    ModelMutator other = new ModelMutator(3, models());
    int loaded = 0;
    for (int i = 0; i < 30; i++) {
      Mutant mutant = one.next(Kind.METADATA);
      assertEquals(
          ByteBuffer.wrap(mutant.bytes()), ByteBuffer.wrap(other.next(Kind.METADATA).bytes()));
      loaded += mutant.digest() != Digest.WRONG && loads(mutant.bytes()) ? 1 : 0;
    }
    assertTrue(loaded > 3, loaded + " loaded");
  }

  /** Whether a file is a tagger or a classifier; anything but a refusal fails the test. */
  private static boolean loads(byte[] model) throws IOException {
    try (EntityTagger tagger = EntityTagger.load(ByteBuffer.wrap(model))) {
      for (Entity entity : tagger.tag(TEXT)) {
        assertEquals(entity.text(), TEXT.substring(entity.start(), entity.end()));
      }
      return true;
    } catch (ModelFormatException e) {
      requireShown(e);
    }
    try (TextClassifier classifier = TextClassifier.load(ByteBuffer.wrap(model))) {
      classifier.classify(TEXT);
      return true;
    } catch (ModelFormatException e) {
      requireShown(e);
      return false;
    }
  }

  private static void requireShown(ModelFormatException refusal) {
    String message = refusal.getMessage();
    assertTrue(message.length() < LONGEST_MESSAGE, message);
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
  }
}
