package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.namespan.format.PlainReaderTest.Model;
import org.namespan.model.text.OpenTextModels;

/** The page tells what the text models of a file say of any place in any text, before any rule. */
class PlainMaxentTest {

  /** What a tokenizer is asked about as a rule is no longer. */
  private static final int LONGEST = 256;

  @Property(tries = 1000, seed = "8")
  void findsTheBoundariesThatTheLibraryFinds(
      @ForAll Model model, @ForAll("preTokens") String preToken) {
    PlainMaxent tokenizer = model.reader().tokenizer();
    OpenTextModels library = model.textModels();
    assertEquals(
        places(preToken).filter(i -> library.isBoundary(preToken, i)).boxed().toList(),
        places(preToken)
            .filter(i -> tokenizer.isBoundary(PlainContexts.ofPlace(preToken, i)))
            .boxed()
            .toList());
  }

  private static IntStream places(String preToken) {
    return IntStream.range(1, preToken.length());
  }

  @Property(tries = 1000, seed = "9")
  void findsTheSentenceEndsThatTheLibraryFinds(
      @ForAll Model model, @ForAll("paragraphs") String paragraph) {
    assertEquals(
        Arrays.stream(model.textModels().sentenceEnds(paragraph)).boxed().toList(),
        PlainContexts.sentenceEnds(paragraph, model.reader().sentenceDetector()));
  }

  @Provide
  Arbitrary<String> preTokens() {
    return odd()
        .map(text -> without(text, ""))
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST)));
  }

  @Provide
  Arbitrary<String> paragraphs() {
    return odd().map(text -> without(text, " "));
  }

  private static Arbitrary<String> odd() {
    return OddTexts.texts(PlainReaderTest.TRAINING_SENTENCES);
  }

  /** A text with each separator as another string. */
  private static String without(String text, String separator) {
    return text.chars()
        .mapToObj(c -> PlainCopy.isSeparator(c) ? separator : Character.toString((char) c))
        .collect(Collectors.joining());
  }
}
