package org.namespan.examples.reliability.mutants;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.ModelFormatException;
import org.namespan.classification.TextClassifier;

/**
 * Damaged and forged files are refused in one way, or do what a model does. Those whose digest is
 * wrong or missing are always refused.
 */
class ModelMutantsTest {

  private static final String TEXT = "Otto lives in Paris. He works for Siemens in Berlin-Mitte.";
  private static final int MUTANTS_OF_A_KIND = 60;
  private static final int KINDS = Mutation.values().length;

  @ParameterizedTest
  @EnumSource(Mutation.class)
  @Timeout(value = 300, unit = SECONDS)
  @Tag("slow")
  void mutantsAreRefusedOrDoWhatModelsDo(Mutation mutation) throws IOException {
    List<byte[]> models = Fixtures.all();
    for (int i = 0; i < MUTANTS_OF_A_KIND; i++) {
      int number = mutation.ordinal() + i * KINDS;
      byte[] mutant = Mutant.of(number, models.size()).bytes(models);
      if (loads(mutant)) {
        Digest digest = Digest.of(mutant);
        assertFalse(digest.isToBeRefused(), "mutant " + number + ", digest " + digest);
      }
    }
  }

  /** Some are not refused for a reason of all: what is changed in them is read. */
  @Test
  void someWithOtherMetadataLoad() throws IOException {
    List<byte[]> models = Fixtures.all();
    int loaded = 0;
    for (int i = 0; i < 30; i++) {
      int number = Mutation.LINES.ordinal() + i * KINDS;
      loaded += loads(Mutant.of(number, models.size()).bytes(models)) ? 1 : 0;
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
    assertTrue(message.length() < MutantProgram.LONGEST_MESSAGE, message);
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
  }
}
