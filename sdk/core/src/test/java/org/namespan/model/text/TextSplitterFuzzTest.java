package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.namespan.Layout;
import org.namespan.model.session.TaggerSession;

/** Whatever the text is, its tokens stand in it in order. */
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

  /** Read a window at a time, a text has the tokens that stand in it, in order. */
  @FuzzTest(maxDuration = "1m")
  void tokensOfADocumentStandInIt(byte[] bytes) throws IOException {
    String once = ByteBuffer.wrap(bytes).asCharBuffer().toString();
    String text = once.repeat(once.isEmpty() ? 0 : 1 + 4000 / once.length());
    DocumentSplitter document =
        new DocumentSplitter(SPLITTER::split, new StringReader(text), 700, 1400);
    int end = 0;
    for (SplitText piece = document.next(); piece != null; piece = document.next()) {
      for (List<Token> sentence : piece.sentences()) {
        assertFalse(sentence.isEmpty());
        for (Token token : sentence) {
          int start = piece.offset() + token.start();
          assertTrue(end <= start && token.start() < token.end());
          end = piece.offset() + token.end();
          assertEquals(text.substring(start, end), token.text());
        }
      }
    }
    assertTrue(end <= text.length());
  }

  /** Each char of the normalised view stands for a part of the text, in order. */
  @FuzzTest(maxDuration = "1m")
  void theNormalizedViewIsAligned(byte[] bytes) {
    String text = ByteBuffer.wrap(bytes).asCharBuffer().toString();
    for (Layout layout : Layout.values()) {
      NormalizedText view = NormalizedText.of(text, layout);
      assertSame(text, view.original());
      int end = 0;
      for (int i = 0; i < view.length(); i++) {
        Token token = view.token(i, i + 1);
        assertTrue(end <= token.start() || view.isInsideGrapheme(i), "in order");
        assertTrue(token.start() < token.end() && token.end() <= text.length());
        end = Math.max(end, token.start());
      }
    }
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
