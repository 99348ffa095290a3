package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.corpus.Sentence;

/**
 * Compares predicted spans with gold spans, sentence by sentence. A predicted span is right when a
 * gold span has the same type, start and end.
 *
 * <p>Taggers and corpora of this project give spans. What another program wrote may be known as
 * tags only, malformed sequences among them, which can be read in two ways:
 *
 * <ul>
 *   <li>{@code conlleval}-style: {@link TagScheme#decode}, where a tag that cannot go on with the
 *       open span begins one. For BIO and IOB1 these are the numbers of {@code conlleval}.
 *   <li>strict: of those spans only the ones written exactly as the scheme writes them, on both
 *       sides. For BIO and BILOU these are the spans of seqeval's strict mode: an orphan {@code
 *       I-per} and the {@code I-per} that go on from it are no span, what follows them is read as
 *       usual. For IOB1 the two agree on well-formed tags; on malformed ones seqeval may keep a
 *       part of a run ({@code I-per} of a sentence {@code B-per I-per}), where nothing is kept
 *       here.
 * </ul>
 *
 * <p>Both readings are scored. For sentences added as spans they are the same.
 *
 * <p>Token accuracy compares the tags of each token: those given, or the BIO tags of the spans.
 *
 * <p>Where gold leaves types open ({@link Sentence#openTypes}), a predicted span is not scored if
 * one of its tokens has its type among the open ones: it counts neither as predicted nor as
 * confused, in either reading. A token is not scored if the type of its predicted tag is open
 * there. All else is scored as if nothing were open: {@code O} predicted at an open token is right,
 * a type that is not open there is wrong, and a gold span, which is certainly one, is missed if
 * only a span that is not scored meets it. Where a gold span may be of several types, a predicted
 * span of the same tokens and one of these types is right, and both count under that type;
 * otherwise the gold span counts under its own. Of gold {@code O O B-per} with {@code geo} open at
 * the second token, a predicted {@code B-geo I-geo O} is not scored, the first token is wrong, the
 * second not scored, and the gold span missed.
 *
 * <p>Only tokens of the text belong in the lists, so padding never counts.
 *
 * <p>In BIO, gold {@code B-per I-per O} against predicted {@code I-per I-per O} has token accuracy
 * 2/3, F1 1 {@code conlleval}-style, and strict F1 0.
 *
 * <p>Not thread-safe.
 */
public final class Evaluation {

  private final TagScheme scheme;
  private final SpanTally lenient = new SpanTally();
  private final SpanTally strict = new SpanTally();
  private final ConfusionTally confusion = new ConfusionTally();
  private final List<Scores> bySentence = new ArrayList<>();
  private long tokens;
  private long rightTokens;
  private long unscored;

  /**
   * One side of a sentence.
   *
   * @param spans as {@code conlleval} reads the tags
   * @param wellFormed those of the spans whose tags are the ones that the scheme writes
   */
  private record Annotation(List<Tag> tags, List<Span> spans, List<Span> wellFormed) {}

  /** An evaluation of spans, or of BIO tags. */
  public Evaluation() {
    this(TagScheme.BIO);
  }

  /** An evaluation of spans, or of tags written in {@code scheme}. */
  public Evaluation(TagScheme scheme) {
    this.scheme = scheme;
  }

  /**
   * Adds one sentence.
   *
   * @param gold with its entities and what it leaves open
   * @param predicted spans of the same tokens in order, none overlapping
   * @throws IllegalArgumentException if a span ends after the sentence; nothing is added then
   */
  public void add(Sentence gold, List<Span> predicted) {
    add(gold, gold.spans(), predicted, predicted);
  }

  /**
   * Adds one sentence whose tags were read as {@code conlleval} reads them.
   *
   * @param gold with its entities and what it leaves open
   * @param goldWellFormed those of its entities whose tags were well-formed
   * @param predicted spans of the same tokens in order, none overlapping
   * @param predictedWellFormed those of them whose tags were well-formed
   * @throws IllegalArgumentException if a span ends after the sentence; nothing is added then
   */
  public void add(
      Sentence gold,
      List<Span> goldWellFormed,
      List<Span> predicted,
      List<Span> predictedWellFormed) {
    int length = gold.tokens().size();
    if (!predicted.isEmpty() && predicted.get(predicted.size() - 1).end() > length) {
      throw new IllegalArgumentException(
          "found a predicted span that ends after the " + length + " tokens of its sentence");
    }
    List<Tag> predictedTags = TagScheme.BIO.encode(predicted, length);
    add(
        new Annotation(gold.tags(TagScheme.BIO), gold.spans(), goldWellFormed),
        gold.openTypes(),
        new Annotation(predictedTags, predicted, predictedWellFormed));
  }

  /**
   * Adds one sentence that is known as tags; spans never reach over its end.
   *
   * @throws IllegalArgumentException if the two lists differ in length; nothing is added then
   */
  public void add(List<Tag> gold, List<Tag> predicted) {
    add(gold, List.of(), predicted);
  }

  /**
   * Adds one sentence that is known as tags, and whose gold tags leave types open.
   *
   * @param openTypes the types that are open at each token, the same at all tokens of a span; an
   *     empty list if nothing is open
   * @throws IllegalArgumentException if the lists differ in length; nothing is added then
   */
  public void add(List<Tag> gold, List<Set<String>> openTypes, List<Tag> predicted) {
    requireLength(gold, predicted.size(), "predicted tags");
    if (!openTypes.isEmpty()) {
      requireLength(gold, openTypes.size(), "sets of open types");
    }
    add(read(gold), openTypes, read(predicted));
  }

  private void add(Annotation annotated, List<Set<String>> openTypes, Annotation predicted) {
    OpenTypes open = OpenTypes.of(openTypes, annotated.spans());
    Annotation gold = settled(annotated, open, predicted);
    for (int i = 0; i < gold.tags().size(); i++) {
      if (!open.at(i, predicted.tags().get(i).type())) {
        tokens++;
        rightTokens += gold.tags().get(i).equals(predicted.tags().get(i)) ? 1 : 0;
      }
    }
    List<Span> scored = open.scored(predicted.spans());
    unscored += predicted.spans().size() - scored.size();
    bySentence.add(lenient.add(gold.spans(), scored));
    confusion.add(gold.spans(), scored);
    strict.add(gold.wellFormed(), open.scored(predicted.wellFormed()));
  }

  /** Gold with the types that the predicted spans settle. */
  private static Annotation settled(Annotation gold, OpenTypes open, Annotation predicted) {
    List<Span> spans = open.settled(gold.spans(), predicted.spans());
    if (spans.equals(gold.spans())) {
      return gold;
    }
    List<Tag> tags = new ArrayList<>(gold.tags());
    for (Span span : spans) {
      for (int i = span.start(); i < span.end(); i++) {
        tags.set(i, new Tag(tags.get(i).prefix(), span.type()));
      }
    }
    return new Annotation(tags, spans, open.settled(gold.wellFormed(), predicted.wellFormed()));
  }

  private Annotation read(List<Tag> tags) {
    List<Span> spans = scheme.decode(tags);
    return new Annotation(tags, spans, wellFormed(spans, tags));
  }

  private static void requireLength(List<Tag> gold, int found, String what) {
    if (gold.size() != found) {
      throw new IllegalArgumentException(
          "found "
              + found
              + " "
              + what
              + " for a sentence of "
              + gold.size()
              + " gold tags: expected one for each token");
    }
  }

  /** The scores of the sentences added so far; more may be added afterwards. */
  public EvaluationResult result() {
    return new EvaluationResult(
        bySentence.size(),
        tokens,
        unscored,
        Scores.ratio(rightTokens, tokens),
        lenient.overall(),
        lenient.perType(),
        strict.overall(),
        strict.perType(),
        confusion.toConfusion(),
        bySentence);
  }

  /** The spans whose tags are the ones that the scheme writes for them. */
  private List<Span> wellFormed(List<Span> spans, List<Tag> tags) {
    List<Tag> written = scheme.encode(spans, tags.size());
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      List<Tag> found = tags.subList(span.start(), span.end());
      if (found.equals(written.subList(span.start(), span.end()))) {
        kept.add(span);
      }
    }
    return kept;
  }
}
