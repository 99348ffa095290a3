package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
import org.namespan.Layout;

class MaxentTokenizerTest {

  private static final byte[] FILE = SmallModels.tokenizer();
  private static final TokenizerModel MODEL = model();
  private static final TextModels MODELS = TextModels.openNlp(FILE, SmallModels.sentences());
  private static final StatisticalTokenizer TOKENIZER = (MaxentTokenizer) MODELS.tokenizer();
  private static final StatisticalTokenizer BY_TABLE =
      (MaxentTokenizer) MODELS.asTables().tokenizer();

  private static TokenizerModel model() {
    try {
      return new TokenizerModel(new ByteArrayInputStream(FILE));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the tokens of a pre-token end that stands in a text. */
  private static int[] ends(StatisticalTokenizer tokenizer, String preToken) {
    NormalizedText text = NormalizedText.of("x " + preToken + " y", Layout.PARAGRAPHS);
    return tokenizer.tokenEnds(text, 2, 2 + preToken.length());
  }

  @Provide
  Arbitrary<String> preTokens() {
    return Arbitraries.of(
            "It", "U.S", "Mr", "cat", "late", "a", "7", "é", "'s", "'", ".", ",", "!", "(", "\"",
            "-", "😀")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "51", tries = 2000)
  void findsTheBoundariesThatOpenNlpDoes(@ForAll("preTokens") String preToken) {
    int[] expected =
        Arrays.stream(new TokenizerME(MODEL).tokenizePos(preToken))
            .mapToInt(Span::getEnd)
            .toArray();
    if (preToken.matches("[A-Za-z0-9]+")) {
      // Neither asks its model.
      assertArrayEquals(expected, ends(TOKENIZER, preToken), preToken);
      return;
    }
    assertArrayEquals(expected, boundaries(TOKENIZER, preToken), preToken);
    assertArrayEquals(expected, boundaries(BY_TABLE, preToken), preToken);
  }

  private static int[] boundaries(StatisticalTokenizer tokenizer, String preToken) {
    return IntStream.rangeClosed(1, preToken.length())
        .filter(i -> i == preToken.length() || tokenizer.isBoundary(preToken, i))
        .toArray();
  }

  /** The second time from the cache. */
  @Property(seed = "51", tries = 2000)
  void letsTheModelDecideWhereRulesDoNot(@ForAll("preTokens") String preToken) {
    SignRules rules = new SignRules(preToken);
    for (StatisticalTokenizer tokenizer : List.of(TOKENIZER, TOKENIZER, BY_TABLE)) {
      List<Integer> ends = Arrays.stream(ends(tokenizer, preToken)).boxed().toList();
      for (int i = 1; i < preToken.length(); i++) {
        if (!rules.isContraction(i) && !inWord(preToken, i)) {
          boolean expected =
              switch (rules.at(i)) {
                case BOUNDARY -> true;
                case WHOLE -> false;
                case OPEN -> isBoundary(tokenizer, preToken, i, rules.hyphen(i));
              };
          assertEquals(expected, ends.contains(i), preToken + " at " + i);
        }
      }
    }
  }

  /** A hyphen between words is a token of its own if the model parts it from one of them. */
  private static boolean isBoundary(
      StatisticalTokenizer tokenizer, String preToken, int place, int hyphen) {
    return hyphen < 0
        ? tokenizer.isBoundary(preToken, place)
        : tokenizer.isBoundary(preToken, hyphen) || tokenizer.isBoundary(preToken, hyphen + 1);
  }

  @Provide
  Arbitrary<String> foreignPreTokens() {
    return Arbitraries.strings()
        .withChars("aZ09.?!`\"'[{(]}),&;-éÉßⒶⅧ٣字\uD83D\uDE00")
        .ofMinLength(2)
        .ofMaxLength(12);
  }

  @Property(seed = "52", tries = 500)
  void hasTheFeaturesOfOpenNlp(
      @ForAll @Size(max = 12) List<@From("foreignPreTokens") String> preTokens) {
    DefaultTokenContextGenerator openNlp = new DefaultTokenContextGenerator();
    List<String[]> contexts = new ArrayList<>();
    for (String preToken : preTokens) {
      for (int place = 1; place < preToken.length(); place++) {
        contexts.add(openNlp.getContext(preToken, place));
      }
    }
    RandomMaxent random = new RandomMaxent(contexts);
    TokenBoundaryFeatures features = new TokenBoundaryFeatures(random.model());
    int next = 0;
    for (String preToken : preTokens) {
      for (int place = 1; place < preToken.length(); place++) {
        double expected = random.logOdds(contexts.get(next++));
        assertEquals(expected, features.logOdds(preToken, place), 1e-9, preToken);
      }
    }
  }

  private static boolean inWord(String preToken, int i) {
    return preToken.substring(i - 1, i + 1).chars().allMatch(Character::isLetterOrDigit);
  }
}
