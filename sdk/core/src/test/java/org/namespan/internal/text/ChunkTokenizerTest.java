package org.namespan.internal.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opennlp.tools.tokenize.DefaultTokenContextGenerator;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

class ChunkTokenizerTest {

  private static final byte[] FILE = SmallModels.tokenizer();
  private static final TokenizerModel MODEL = model();
  private static final ChunkTokenizer TOKENIZER = tokenizer();

  private static ChunkTokenizer tokenizer() {
    try {
      return ChunkTokenizer.read(FILE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static TokenizerModel model() {
    try {
      return new TokenizerModel(new ByteArrayInputStream(FILE));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the tokens of a chunk end that stands in a text. */
  private static int[] ends(String chunk) {
    return TOKENIZER.ends(("x " + chunk + " y").toCharArray(), 2, 2 + chunk.length());
  }

  @Provide
  Arbitrary<String> chunks() {
    return Arbitraries.of(
            "It", "U.S", "Mr", "cat", "late", "a", "7", "é", "'s", "'", ".", ",", "!", "(", "\"",
            "-", "😀")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  /** The second time from what is remembered. */
  @Property(seed = "51", tries = 2000)
  void cutsAsOpenNlpDoesButForPlacesInWords(@ForAll("chunks") String chunk) {
    int[] expected =
        Arrays.stream(new TokenizerME(MODEL).tokenizePos(chunk))
            .mapToInt(Span::getEnd)
            .filter(end -> end == chunk.length() || chunk.contains("'") || !inWord(chunk, end))
            .toArray();
    assertArrayEquals(expected, ends(chunk), chunk);
    assertArrayEquals(expected, ends(chunk), chunk);
  }

  @Provide
  Arbitrary<String> foreignChunks() {
    return Arbitraries.strings()
        .withChars("aZ09.?!`\"'[{(]}),&;-éÉßⒶⅧ٣字\uD83D\uDE00")
        .ofMinLength(2)
        .ofMaxLength(12);
  }

  @Property(seed = "52", tries = 2000)
  void hasTheFeaturesOfOpenNlp(@ForAll("foreignChunks") String chunk) {
    for (int place = 1; place < chunk.length(); place++) {
      String[] expected = new DefaultTokenContextGenerator().getContext(chunk, place);
      String[] found = new CutFeatures().getContext(chunk, place);
      Arrays.sort(expected);
      Arrays.sort(found);
      assertArrayEquals(expected, found, chunk);
    }
  }

  private static boolean inWord(String chunk, int i) {
    return chunk.substring(i - 1, i + 1).chars().allMatch(Character::isLetterOrDigit);
  }
}
