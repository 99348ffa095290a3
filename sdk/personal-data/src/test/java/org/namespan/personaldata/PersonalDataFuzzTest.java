package org.namespan.personaldata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import opennlp.tools.util.Span;

/** Whatever the text is, what is found stands in it in order, and each type is one of ours. */
class PersonalDataFuzzTest {

  private static final PersonalDataFinder FINDER =
      new PersonalDataFinder().withPhoneRegions(Set.of("US", "DE", "GB"));

  @FuzzTest(maxDuration = "1m")
  void findsInOrder(byte[] bytes) {
    check(new String(bytes, StandardCharsets.UTF_8));
    check(ByteBuffer.wrap(bytes).asCharBuffer().toString());
  }

  private static void check(String text) {
    Span[] found = FINDER.findInText(text);
    int end = 0;
    for (Span span : found) {
      assertTrue(end <= span.getStart() && span.getStart() < span.getEnd());
      assertTrue(span.getEnd() <= text.length());
      assertTrue(FINDER.typeDescriptions().containsKey(span.getType()), span.getType());
      end = span.getEnd();
    }
    assertArrayEquals(found, FINDER.findInText(text));
  }
}
