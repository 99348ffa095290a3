package org.namespan.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextMemoryTest {

  @Test
  void givesTheSameStringAgain() {
    TextMemory memory = new TextMemory();
    String found = memory.substring("in Paris", 3, 8);
    assertEquals("Paris", found);
    assertSame(found, memory.substring("Paris, Texas", 0, 5));
  }

  /** "Aa" and "BB" have one hash, so that the second takes the place of the first. */
  @Test
  void isNotMisledByTheHash() {
    TextMemory memory = new TextMemory();
    assertEquals("Aa", memory.substring("Aa", 0, 2));
    assertEquals("BB", memory.substring("BB", 0, 2));
    assertEquals("Aa", memory.substring("Aa", 0, 2));
  }

  @Test
  void isSubstringWhateverIsRemembered() {
    TextMemory memory = new TextMemory();
    Random random = new Random(20);
    StringBuilder built = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      built.append(random.nextInt(50) == 0 ? "é😀" : "ab ".substring(i % 3, i % 3 + 1));
    }
    String text = built.toString();
    for (int i = 0; i < 50_000; i++) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(30));
      assertEquals(text.substring(start, end), memory.substring(text, start, end));
    }
  }
}
