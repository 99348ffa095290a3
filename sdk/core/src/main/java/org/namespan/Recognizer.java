package org.namespan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import org.namespan.model.text.ControlCharacters;

/**
 * A finder of entities beside the model: OpenNLP's {@code DictionaryNameFinder} or {@code
 * RegexNameFinder}, or any other that finds spans of tokens.
 *
 * <pre>{@code
 * TaggerOptions options =
 *     TaggerOptions.defaults()
 *         .withRecognizer(Recognizer.beforeModel("codes", new RegexNameFinder(patterns, "code")));
 * }</pre>
 *
 * <p>A {@link TextFinder} sees the raw text. Any other finder sees the tokens of a sentence as the
 * model's tokenizer cut them. OpenNLP matches patterns against these with a space between each two,
 * {@code $ 5} for {@code $5}, and entries of a dictionary token by token.
 *
 * <p>Where entities overlap, those of recognizers before the model win, then the model's, then
 * those of recognizers after it; of two recognizers on the same side the one that was added first.
 * Of the entities of one recognizer the longest win, and of two of the same length the first.
 *
 * <p>A finder may call the tagger that asks it, and close it. What it throws is thrown by the call
 * of the tagger, whichever thread asked it. Spans that reach beyond the sentence or the text are
 * refused with an {@link IndexOutOfBoundsException}; null, and types that are blank or hold a
 * control character, with an {@link IllegalArgumentException}.
 *
 * @param name what {@link Entity#source} is for its entities, and the type of such as have none, or
 *     OpenNLP's {@code default}
 * @param finder asked for the entities of each sentence; by several threads at once where the
 *     tagger is used by several, as OpenNLP's two may be
 * @param beforeModel whether its entities win over the model's
 */
public record Recognizer(String name, TokenNameFinder finder, boolean beforeModel) {

  /**
   * Rejects a null, a name that is the model's own, and one that is blank or holds line ends or
   * other control characters.
   */
  public Recognizer {
    Objects.requireNonNull(finder, "finder");
    if (name.trim().isEmpty() || ControlCharacters.areIn(name)) {
      throw new IllegalArgumentException(
          "a recognizer is named '"
              + ControlCharacters.escape(name)
              + "', expected a name without line ends and control characters");
    }
    if (name.equals(Entity.MODEL)) {
      throw new IllegalArgumentException(
          "a recognizer is named '" + name + "', which is the source of the model's entities");
    }
  }

  /** A recognizer whose entities win over the model's. */
  public static Recognizer beforeModel(String name, TokenNameFinder finder) {
    return new Recognizer(name, finder, true);
  }

  /** A recognizer of what the model leaves. */
  public static Recognizer afterModel(String name, TokenNameFinder finder) {
    return new Recognizer(name, finder, false);
  }

  /**
   * A finder over raw text, for what is not made of tokens: addresses, numbers with signs in them.
   * It stands in a {@link Recognizer} as any finder of OpenNLP's does.
   *
   * <pre>{@code
   * Pattern flight = Pattern.compile("\\b[A-Z]{2}[0-9]{3,4}\\b");
   * Recognizer.TextFinder flights =
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
   * <p>{@link #matching} makes a finder of patterns that never takes longer than it may.
   *
   * <p>The tagger's tokens are cut where such a span begins and ends, a token is added where one
   * stands in what the tokenizer leaves out, such as a tag of HTML, and no sentence ends inside of
   * one. So each is an entity made of whole tokens of one sentence.
   *
   * <p>A text that is read from a {@link java.io.Reader} is shown in parts, each with what stands
   * before and behind it: some 500 {@code char}s and two sentences at least. What a finder needs to
   * see around a span must lie within.
   */
  @FunctionalInterface
  public interface TextFinder extends TokenNameFinder {

    /**
     * Finds what there is in a text; by several threads at once where the tagger is used by
     * several.
     *
     * @param text a whole text, or a part of a long one
     * @return spans of {@code char}s, each from 0 to the length of the text, in any order; those
     *     that overlap are chosen from as {@link Recognizer} says
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

    /**
     * A finder of what patterns match, with a limit of 10 seconds.
     *
     * @param type of what it finds
     * @param patterns each searched for in the whole text; a match of nothing finds nothing
     */
    static TextFinder matching(String type, Pattern... patterns) {
      return matching(type, Duration.ofSeconds(10), patterns);
    }

    /**
     * A finder of what patterns match, within a limit of time.
     *
     * <pre>{@code
     * Pattern flight = Pattern.compile("\\b[A-Z]{2}[0-9]{3,4}\\b");
     * Recognizer.TextFinder flights =
     *     Recognizer.TextFinder.matching("flight", Duration.ofSeconds(1), flight);
     * flights.findInText("with LH404 to Oslo").length; // 1
     * }</pre>
     *
     * <p>Many patterns, {@code (\w+\.)*\w+@} among them, take time that grows with the square of
     * the text or faster, and some texts are made for that. Once all patterns together have taken
     * the limit for a text, or one has used up the thread's stack, a {@link PatternLimitException}
     * ends the call of the tagger. A thread that is interrupted meanwhile ends it with a {@link
     * java.util.concurrent.CancellationException}. On Android, whose patterns search a copy of the
     * text, both are looked at between two matches only.
     *
     * @param type of what it finds
     * @param timeLimit for one text, or part of a text that is read from a {@link java.io.Reader};
     *     more than zero. It is time on the clock: leave room for a machine that is busy
     * @param patterns each searched for in the whole text; a match of nothing finds nothing
     */
    static TextFinder matching(String type, Duration timeLimit, Pattern... patterns) {
      return new PatternFinder(type, timeLimit, patterns);
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

  /**
   * A pattern took more time or stack for a text than it may; {@link TextFinder#matching} says how
   * much that is. The message holds nothing of the text.
   */
  public static final class PatternLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PatternLimitException(String message) {
      super(message);
    }
  }
}
