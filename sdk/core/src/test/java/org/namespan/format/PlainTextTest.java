package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;

/** The page tells what becomes of a text whatever the text models say. */
class PlainTextTest {

  /** Models without weights say the same of all places that they are asked about. */
  @Property(tries = 2000, seed = "6")
  void splitsAsTheLibraryDoes(
      @ForAll boolean sentencesEnd, @ForAll boolean tokensEnd, @ForAll("texts") String text) {
    byte[] tokenizer = table('T', tokensEnd, "");
    byte[] sentenceDetector = table('S', sentencesEnd, ".!?\u2026;'");
    List<List<PlainText.Place>> expected =
        TextSplitter.of(TextModels.maxent(tokenizer, sentenceDetector)).split(text).stream()
            .map(s -> s.stream().map(t -> new PlainText.Place(t.start(), t.end())).toList())
            .toList();
    assertEquals(
        expected,
        new PlainText(text)
            .sentences(PlainMaxent.ofTable(sentenceDetector), PlainMaxent.ofTable(tokenizer)));
  }

  private static byte[] table(char kind, boolean boundaryAtZero, String endCharacters) {
    ByteBuffer table = ByteBuffer.allocate(10 + 2 * endCharacters.length());
    table.put((byte) kind).put((byte) (boundaryAtZero ? 1 : 0)).putInt(endCharacters.length());
    endCharacters.chars().forEach(c -> table.putChar((char) c));
    return table.putInt(0).array();
  }

  @Property(tries = 500, seed = "7")
  void splitsAtWhiteSpaceAsTheLibraryDoes(@ForAll("texts") String text) {
    assertEquals(
        TextSplitter.of(TextModels.whitespace()).split(text).stream()
            .map(s -> s.stream().map(t -> new PlainText.Place(t.start(), t.end())).toList())
            .toList(),
        new PlainText(text).whitespaceSentences());
  }

  @Provide
  Arbitrary<String> texts() {
    return UnruledTexts.texts(List.of(List.of("Obama", "said", ":", "No", ".")));
  }
}
