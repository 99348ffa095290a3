package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
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

  @Property(seed = "52", tries = 500)
  void hasTheFeaturesOfOpenNlp(@ForAll @Size(max = 12) List<@From("foreignChunks") String> chunks) {
    DefaultTokenContextGenerator openNlp = new DefaultTokenContextGenerator();
    List<String[]> contexts = new ArrayList<>();
    for (String chunk : chunks) {
      for (int place = 1; place < chunk.length(); place++) {
        contexts.add(openNlp.getContext(chunk, place));
      }
    }
    RandomMaxent random = new RandomMaxent(contexts);
    CutFeatures features = new CutFeatures(random.model());
    int next = 0;
    for (String chunk : chunks) {
      for (int place = 1; place < chunk.length(); place++) {
        double expected = random.margin(contexts.get(next++));
        assertEquals(expected, features.margin(chunk, place), 1e-9, chunk);
      }
    }
  }

  private static boolean inWord(String chunk, int i) {
    return chunk.substring(i - 1, i + 1).chars().allMatch(Character::isLetterOrDigit);
  }
}
