package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.namespan.model.session.TaggerSession;

/**
 * Whatever the text is, its tokens stand in it in order. {@code JAZZER_FUZZ=1 mvn test -pl sdk/core
 * -Dtest=TextSplitterFuzzTest} searches for a text whose tokens do not.
 */
class TextSplitterFuzzTest {

  private static final TextSplitter SPLITTER = splitter();

  private static TextSplitter splitter() {
    try (InputStream model = TaggerSession.class.getResourceAsStream("/fixtures/format-1.onnx");
        TaggerSession session =
            TaggerSession.open(ByteBuffer.wrap(model.readAllBytes()), "fixture")) {
      return TextSplitter.of(session.metadata().textModels());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @FuzzTest(maxDuration = "1m")
  void tokensStandInTheText(byte[] bytes) {
    check(new String(bytes, StandardCharsets.UTF_8));
    // As chars, whatever they are: a decoder would let no lone surrogate through.
    check(ByteBuffer.wrap(bytes).asCharBuffer().toString());
  }

  private static void check(String text) {
    int end = 0;
    for (List<Token> sentence : SPLITTER.split(text)) {
      assertFalse(sentence.isEmpty());
      for (Token token : sentence) {
        assertTrue(end <= token.start() && token.start() < token.end());
        assertSame(text, token.source());
        end = token.end();
      }
    }
    assertTrue(end <= text.length());
  }
}
