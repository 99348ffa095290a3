package org.namespan.redaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.namespan.Entity;

/** Whatever a text holds and wherever its names are said to stand, it comes back. */
class RedactorFuzzTest {

  private static final List<Operator> REVERSIBLE =
      List.of(Operator.placeholder(), Operator.madeUp(7));

  /** Two bytes for the operator, two for each of sixteen places, then the text in UTF-16. */
  @FuzzTest(maxDuration = "1m")
  void restores(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(34, bytes.length)));
    Operator operator = REVERSIBLE.get(in.getShort() & 1);
    short[] steps = new short[16];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = in.getShort();
    }
    String text = in.asCharBuffer().toString();
    List<Entity> entities = new ArrayList<>();
    int at = 0;
    for (short step : steps) {
      int start = at + ((step >>> 8) & 15);
      int end = start + 1 + (step & 15);
      if (end > text.length()) {
        break;
      }
      String type = (step & 16) == 0 ? "per" : "geo";
      entities.add(new Entity(type, text.substring(start, end), start, end, 1, Entity.MODEL));
      at = end;
    }
    RedactorOptions options = RedactorOptions.defaults().withOperator(operator);
    Redaction redaction = Redactor.redact(text, entities, options);
    assertEquals(text, redaction.map().restore(redaction.text()));
    assertEquals(
        text, RedactionMap.of(redaction.map().toBytes()).restore(redaction.text()), "by its file");
    for (int piece = 1; piece < 4; piece++) {
      assertEquals(text, inPieces(redaction, piece));
    }
  }

  private static String inPieces(Redaction redaction, int size) {
    Restorer restorer = redaction.map().restorer();
    StringBuilder restored = new StringBuilder();
    String text = redaction.text();
    for (int at = 0; at < text.length(); at += size) {
      restored.append(restorer.push(text.substring(at, Math.min(text.length(), at + size))));
    }
    return restored.append(restorer.end()).toString();
  }

  @FuzzTest(maxDuration = "1m")
  void map(byte[] bytes) {
    RedactionMap map;
    try {
      map = RedactionMap.of(bytes);
    } catch (IllegalArgumentException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      return;
    }
    byte[] written = map.toBytes();
    assertArrayEquals(written, RedactionMap.of(written).toBytes());
    for (String placeholder : map.originals().keySet()) {
      map.restore("see " + placeholder + ".");
    }
  }
}
