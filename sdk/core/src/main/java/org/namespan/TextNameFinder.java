package org.namespan;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

/**
 * A finder over raw text, for what is not made of tokens: addresses, numbers with signs in them. It
 * stands in a {@link Recognizer} as any finder of OpenNLP's does.
 *
 * <pre>{@code
 * Pattern flight = Pattern.compile("\\b[A-Z]{2}[0-9]{3,4}\\b");
 * TextNameFinder flights =
 *     text ->
 *         flight
 *             .matcher(text)
 *             .results()
 *             .map(found -> new Span(found.start(), found.end(), "flight"))
 *             .toArray(Span[]::new);
 * TaggerOptions options =
 *     TaggerOptions.defaults().withRecognizer(Recognizer.beforeModel("flights", flights));
 * }</pre>
 *
 * <p>The tagger's tokens are cut where such a span begins and ends, a token is added where one
 * stands in what the tokenizer leaves out, such as a tag of HTML, and no sentence ends inside of
 * one. So each is an entity made of whole tokens of one sentence.
 *
 * <p>A text that is read from a {@link java.io.Reader} is shown in parts, each with what stands
 * before and behind it: some 500 {@code char}s and three sentences at least. What a finder needs to
 * see around a span must lie within.
 */
@FunctionalInterface
public interface TextNameFinder extends TokenNameFinder {

  /**
   * Finds what there is in a text; by several threads at once where the tagger is used by several.
   *
   * @param text a whole text, or a part of a long one
   * @return spans of {@code char}s, each from 0 to the length of the text, in any order; those that
   *     overlap are chosen from as {@link Recognizer} says
   */
  Span[] findInText(String text);

  /**
   * What the types of its spans mean, in words, for {@link EntityTagger#typeDescriptions}.
   *
   * @return by type; empty unless a finder says more
   */
  default Map<String, String> typeDescriptions() {
    return Collections.emptyMap();
  }

  /** Finds the same in ready tokens, joined by single spaces. */
  @Override
  default Span[] find(String[] tokens) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[tokens.length];
    for (int t = 0; t < tokens.length; t++) {
      text.append(t == 0 ? "" : " ");
      starts[t] = text.length();
      text.append(tokens[t]);
    }
    Span[] spans = findInText(text.toString());
    for (int i = 0; i < spans.length; i++) {
      int first = tokenAt(starts, spans[i].getStart());
      int last = tokenAt(starts, spans[i].getEnd() - 1);
      spans[i] = new Span(first, last + 1, spans[i].getType(), spans[i].getProb());
    }
    return spans;
  }

  /** The last token that begins at an offset or before it. */
  private static int tokenAt(int[] starts, int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  /** Does nothing: a text is searched by itself, whatever came before it. */
  @Override
  default void clearAdaptiveData() {}
}
