package org.namespan.examples.benchmarks.robust;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.TaggedToken;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.CorpusTagger;
import org.namespan.trainer.evaluation.Scores;

/**
 * What an annotated corpus loses when its sentences come as raw text, each a text of its own.
 *
 * <p>Types are compared as far as they mean the same everywhere: {@code per} and {@code PER} are
 * {@code person}, {@code geo} and {@code LOC} are {@code location}; predicted types with which the
 * corpus is not annotated are left out.
 *
 * @param name name of the corpus
 * @param sentences its sentences
 * @param boundaries of tokens that meet without white space, the only ones that are hard to find
 * @param exact sentences of which all tokens are those of the corpus
 * @param whole sentences that were not cut into several
 * @param spans gold spans
 * @param inexpressible gold spans that do not begin and end with tokens of one sentence
 * @param raw spans found in raw text
 * @param ready spans found in the tokens of the corpus
 */
record RawTextScore(
    String name,
    int sentences,
    Scores boundaries,
    int exact,
    int whole,
    int spans,
    int inexpressible,
    Scores raw,
    Scores ready) {

  static RawTextScore of(Corpus corpus, EntityTagger tagger) {
    List<RawSentence> sentences = corpus.sentences().stream().map(RawSentence::of).toList();
    List<List<Entity>> found = tagger.tagAll(sentences.stream().map(RawSentence::text).toList());
    List<List<Span>> ready = CorpusTagger.of(tagger).tag(corpus.tokens());
    Set<String> annotated =
        corpus.types().stream().map(RawTextScore::common).collect(Collectors.toSet());
    Tally boundaries = new Tally();
    Tally rawSpans = new Tally();
    Tally readySpans = new Tally();
    int exact = 0;
    int whole = 0;
    int inexpressible = 0;
    for (int i = 0; i < sentences.size(); i++) {
      RawSentence sentence = sentences.get(i);
      List<List<TaggedToken>> cut = tagger.tagSentences(sentence.text());
      whole += cut.size() == 1 ? 1 : 0;
      Set<TypedRange> tokens = new HashSet<>();
      cut.forEach(part -> part.forEach(t -> tokens.add(new TypedRange("", t.start(), t.end()))));
      Set<TypedRange> goldTokens = new HashSet<>();
      sentence.tokens().forEach(t -> goldTokens.add(new TypedRange("", t.start(), t.end())));
      exact += tokens.equals(goldTokens) ? 1 : 0;
      boundaries.add(innerBoundaries(tokens), innerBoundaries(goldTokens));
      List<TypedRange> gold = sentence.ranges(sentence.sentence().spans());
      inexpressible += (int) gold.stream().filter(span -> !isExpressible(span, cut)).count();
      Set<TypedRange> goldSpans = common(gold, annotated);
      rawSpans.add(
          common(found.get(i).stream().map(TypedRange::of).toList(), annotated), goldSpans);
      readySpans.add(common(sentence.ranges(ready.get(i)), annotated), goldSpans);
    }
    return new RawTextScore(
        corpus.name(),
        sentences.size(),
        boundaries.scores(),
        exact,
        whole,
        corpus.spanCount(),
        inexpressible,
        rawSpans.scores(),
        readySpans.scores());
  }

  /** Inexpressible spans in 1,000. */
  double inexpressiblePerThousand() {
    return spans == 0 ? 0 : 1000.0 * inexpressible / spans;
  }

  private static boolean isExpressible(TypedRange span, List<List<TaggedToken>> sentences) {
    return sentences.stream()
        .anyMatch(
            tokens ->
                tokens.stream().anyMatch(token -> token.start() == span.start())
                    && tokens.stream().anyMatch(token -> token.end() == span.end()));
  }

  /** Where a token begins as another one ends. */
  private static Set<Integer> innerBoundaries(Set<TypedRange> tokens) {
    Set<Integer> boundaries = tokens.stream().map(TypedRange::start).collect(Collectors.toSet());
    boundaries.retainAll(tokens.stream().map(TypedRange::end).collect(Collectors.toSet()));
    return boundaries;
  }

  private static Set<TypedRange> common(List<TypedRange> ranges, Set<String> annotated) {
    return ranges.stream()
        .map(range -> new TypedRange(common(range.type()), range.start(), range.end()))
        .filter(range -> annotated.contains(range.type()))
        .collect(Collectors.toSet());
  }

  private static String common(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "per", "person" -> "person";
      case "org", "organisation", "organization" -> "organisation";
      case "geo", "loc", "location" -> "location";
      default -> type;
    };
  }

  /** Counts what was found and right, found, and to be found. */
  private static final class Tally {
    private long right;
    private long found;
    private long gold;

    void add(Set<?> foundNow, Set<?> goldNow) {
      right += foundNow.stream().filter(goldNow::contains).count();
      found += foundNow.size();
      gold += goldNow.size();
    }

    Scores scores() {
      return new Scores(right, found, gold);
    }
  }
}
