package org.namespan;

import java.util.Objects;
import opennlp.tools.namefind.TokenNameFinder;

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
 * <p>A {@link TextNameFinder} sees the raw text. Any other finder sees the tokens of a sentence as
 * the model's tokenizer cut them. OpenNLP matches patterns against these with a space between each
 * two, {@code $ 5} for {@code $5}, and entries of a dictionary token by token.
 *
 * <p>Where entities overlap, those of recognizers before the model win, then the model's, then
 * those of recognizers after it; of two recognizers on the same side the one that was added first.
 * Of the entities of one recognizer the longest win, and of two of the same length the first.
 *
 * @param name what {@link Entity#source} is for its entities, and the type of such as have none, or
 *     OpenNLP's {@code default}
 * @param finder asked for the entities of each sentence; by several threads at once where the
 *     tagger is used by several, as OpenNLP's two may be
 * @param beforeModel whether its entities win over the model's
 */
public record Recognizer(String name, TokenNameFinder finder, boolean beforeModel) {

  /** Rejects a null and a name that is the model's own. */
  public Recognizer {
    Objects.requireNonNull(finder, "finder");
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
}
