package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.namespan.EntityTagger;
import org.namespan.TaggedToken;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;

/**
 * How many entities a model misses in raw text because its tokenizer or its sentence detector cuts
 * the text elsewhere than the corpus: the entity does not begin with a token and end with one of
 * the same sentence, so that no prediction can be right. Measured on those sentences of a corpus
 * whose text is known.
 *
 * @param sentences that were measured
 * @param fromText {@code conlleval}-style scores of all spans in them, when the model reads the raw
 *     text
 * @param inexpressible gold spans that the tokens of the model cannot express; each is missed
 */
public record TokenizerErrors(long sentences, Scores fromText, long inexpressible) {

  /** Gold spans that are missed, inexpressible ones among them. */
  public long missed() {
    return fromText.support() - fromText.truePositives();
  }

  /** The share of the missed spans that cannot be expressed, from 0 to 1; 0 if none is missed. */
  public double share() {
    return Scores.ratio(inexpressible, missed());
  }

  /**
   * Has a model read the texts of a corpus.
   *
   * @return empty if no sentence of the corpus has a text
   * @throws CorpusException if the map of the taggers does not fit the model, or the corpus has an
   *     entity type that the model, mapped, does not know
   */
  public static Optional<TokenizerErrors> of(EntityTagger tagger, GoldCorpus gold)
      throws CorpusException {
    PredictedTypes types = gold.predictedTypes(tagger.info().types(), "the model");
    SpanTally tally = new SpanTally();
    long sentences = 0;
    long inexpressible = 0;
    for (Sentence sentence : gold.corpus().sentences()) {
      if (sentence.text().isPresent()) {
        AlignedText text = sentence.text().get();
        ReadText read = ReadText.of(tagger.tagSentences(text.text()));
        List<Span> found = types.apply(read.entities());
        List<Span> annotated = inChars(sentence.spans(), text);
        OpenTypes open = OpenTypes.of(openInChars(sentence, text), annotated);
        List<Span> settled = open.settled(annotated, found);
        tally.add(settled, open.scored(found));
        inexpressible += settled.stream().filter(span -> !read.canExpress(span)).count();
        sentences++;
      }
    }
    return sentences == 0
        ? Optional.empty()
        : Optional.of(new TokenizerErrors(sentences, tally.overall(), inexpressible));
  }

  private record Edge(int sentence, int offset) {}

  /**
   * What the model makes of a text.
   *
   * @param entities with offsets of chars, as all spans here
   * @param starts first char of each token, with the number of its sentence
   * @param ends char after each token, with the number of its sentence
   */
  private record ReadText(List<Span> entities, Set<Edge> starts, Set<Edge> ends) {

    static ReadText of(List<List<TaggedToken>> sentences) {
      ReadText read = new ReadText(new ArrayList<>(), new HashSet<>(), new HashSet<>());
      for (int i = 0; i < sentences.size(); i++) {
        List<TaggedToken> tokens = sentences.get(i);
        for (TaggedToken token : tokens) {
          read.starts.add(new Edge(i, token.start()));
          read.ends.add(new Edge(i, token.end()));
        }
        List<Tag> tags = tokens.stream().map(t -> Tag.parse(t.tag(), TagScheme.BIO)).toList();
        for (Span span : TagScheme.BIO.decode(tags)) {
          int start = tokens.get(span.start()).start();
          read.entities.add(new Span(span.type(), start, tokens.get(span.end() - 1).end()));
        }
      }
      return read;
    }

    boolean canExpress(Span span) {
      return starts.stream()
          .filter(start -> start.offset() == span.start())
          .anyMatch(start -> ends.contains(new Edge(start.sentence(), span.end())));
    }
  }

  private static List<Span> inChars(List<Span> spans, AlignedText text) {
    return spans.stream()
        .map(
            span ->
                new Span(
                    span.type(),
                    text.tokens().get(span.start()).start(),
                    text.tokens().get(span.end() - 1).end()))
        .toList();
  }

  private static List<Set<String>> openInChars(Sentence sentence, AlignedText text) {
    if (sentence.openTypes().isEmpty()) {
      return List.of();
    }
    List<Set<String>> open = new ArrayList<>(Collections.nCopies(text.text().length(), Set.of()));
    for (int i = 0; i < text.tokens().size(); i++) {
      for (int c = text.tokens().get(i).start(); c < text.tokens().get(i).end(); c++) {
        open.set(c, sentence.openTypes(i));
      }
    }
    return open;
  }
}
