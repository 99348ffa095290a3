package org.namespan;

import java.util.Arrays;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import org.namespan.model.decode.ScoredSpan;

/**
 * A tagger in the place of OpenNLP's own name finder: where a pipeline says {@code new
 * NameFinderME(model)}, {@code new TaggerNameFinder(tagger)} does as well.
 *
 * <pre>{@code
 * TokenNameFinder finder = new TaggerNameFinder(tagger);
 * Span[] names = finder.find(new String[] {"Barack", "Obama", "flew", "to", "Thailand", "."});
 * names[0]; // [0..2) per
 * names[1]; // [4..5) geo
 * }</pre>
 *
 * <p>Unlike OpenNLP's it may be used by any number of threads at once, as the tagger itself. It
 * does not own the tagger: close that when both are done.
 */
public final class TaggerNameFinder implements TokenNameFinder {

  private final EntityTagger tagger;

  /** A finder of what {@code tagger} finds. */
  public TaggerNameFinder(EntityTagger tagger) {
    this.tagger = tagger;
  }

  /**
   * Finds the names in a sentence.
   *
   * @param tokens the tokens of one sentence
   * @return the entities as spans of tokens, in text order, none overlapping, each with its type
   *     and, as {@link Span#getProb}, its {@link Entity#score}
   * @throws IllegalStateException if the tagger is closed
   */
  @Override
  public Span[] find(String[] tokens) {
    List<ScoredSpan> found = tagger.findSpans(Arrays.asList(tokens));
    Span[] spans = new Span[found.size()];
    for (int i = 0; i < spans.length; i++) {
      ScoredSpan scored = found.get(i);
      spans[i] =
          new Span(
              scored.span().start(),
              scored.span().end(),
              scored.span().type(),
              scored.probability());
    }
    return spans;
  }

  /** Does nothing: a sentence is tagged by itself, whatever came before it. */
  @Override
  public void clearAdaptiveData() {}
}
