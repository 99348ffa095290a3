package org.namespan.trainer.wordpiece;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.PieceIds.Window;
import org.namespan.trainer.network.transformer.TinyEncoder;

class PieceEncoderTest {

  private static final WordPieces PIECES = new WordPieces(TinyEncoder.pieces());
  private static final PieceEncoder ENCODER = new PieceEncoder(PIECES, 16);

  private static int id(String piece) {
    return TinyEncoder.pieces().indexOf(piece);
  }

  @Test
  void shortSentenceIsOneWindow() {
    EncodedSentence sentence = ENCODER.encode(List.of("Otto", "AB", "."));
    assertEquals(3, sentence.length());
    assertEquals(6, sentence.positions());
    int title = WordShape.TITLE.id();
    int upper = WordShape.UPPER.id();
    int other = WordShape.OTHER.id();
    assertArrayEquals(new int[] {title, upper, other}, sentence.ids(PieceEncoder.SHAPES));
    assertEquals(1, sentence.pieces().windows().size());
    Window window = sentence.pieces().windows().get(0);
    assertArrayEquals(
        new int[] {id("[CLS]"), id("otto"), id("a"), id("##b"), id("."), id("[SEP]")},
        window.pieces());
    assertArrayEquals(new int[] {0, title, upper, upper, other, 0}, window.shapes());
    assertArrayEquals(new int[] {1, 2, 4}, window.firsts());
  }

  @Test
  void longTokenIsCut() {
    // A quarter of the 14 pieces between those around a sequence.
    Window window = ENCODER.encode(List.of("abcdefg", ".")).pieces().windows().get(0);
    assertArrayEquals(
        new int[] {id("[CLS]"), id("a"), id("##b"), id("##c"), id("."), id("[SEP]")},
        window.pieces());
  }

  @Test
  void windowsOverlap() {
    List<Window> windows =
        ENCODER.encode(List.of("a b c d e f g h i j k l m n o p".split(" "))).pieces().windows();
    assertEquals(2, windows.size());
    // The first has 14 tokens, and the last four of these stand in the second again.
    assertEquals(16, windows.get(0).pieces().length);
    assertEquals(id("k"), windows.get(1).pieces()[1]);
    assertEquals(12, windows.get(0).firsts().length);
    assertArrayEquals(new int[] {3, 4, 5, 6}, windows.get(1).firsts());
  }

  @Test
  void needsRoom() {
    assertThrows(IllegalArgumentException.class, () -> new PieceEncoder(PIECES, 7));
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of("Otto", "in", "abcdefgh", "x.y", "AB", ".", "Zz", "\u0000")
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  /**
   * Each token is taken once, in order, from its own first piece, and has a neighbour beside it.
   */
  @Property(tries = 300)
  void eachTokenIsTakenOnce(@ForAll("sentences") List<String> tokens) {
    EncodedSentence sentence = ENCODER.encode(tokens);
    int token = 0;
    for (Window window : sentence.pieces().windows()) {
      int[] pieces = window.pieces();
      assertTrue(pieces.length <= 16, pieces.length + " pieces");
      assertEquals(pieces.length, window.shapes().length);
      assertEquals(PIECES.start(), pieces[0]);
      assertEquals(PIECES.end(), pieces[pieces.length - 1]);
      for (int first : window.firsts()) {
        int[] ids = PIECES.ids(tokens.get(token));
        int shown = Math.min(ids.length, 3);
        assertArrayEquals(
            Arrays.copyOf(ids, shown), Arrays.copyOfRange(pieces, first, first + shown));
        assertEquals(WordShape.of(tokens.get(token)).id(), window.shapes()[first]);
        assertTrue(token == 0 || first > 1, "no token before token " + token);
        boolean last = first + shown == pieces.length - 1;
        assertTrue(token == tokens.size() - 1 || !last, "no token behind token " + token);
        token++;
      }
    }
    assertEquals(tokens.size(), token);
  }
}
