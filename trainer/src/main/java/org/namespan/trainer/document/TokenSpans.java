package org.namespan.trainer.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Sentence;

/** The spans of one text as spans of its tokens, none overlapping. */
final class TokenSpans {

  private static final int FREE = -1;

  private final AnnotatedText text;
  private final SpanPolicy policy;
  private final List<SpanProblem> problems;

  /** The tokens of all sentences. */
  private final List<Token> tokens = new ArrayList<>();

  /** The sentence of each token. */
  private final int[] sentenceOf;

  /** Those that stay, by their first tokens. */
  private final List<Candidate> kept;

  /** A span of tokens and the span of the text that it comes from. */
  private record Candidate(TextSpan span, int start, int end) {
    int length() {
      return end - start;
    }
  }

  private TokenSpans(
      AnnotatedText text,
      List<List<Token>> sentences,
      SpanPolicy policy,
      List<SpanProblem> problems) {
    this.text = text;
    this.policy = policy;
    this.problems = problems;
    sentences.forEach(tokens::addAll);
    sentenceOf = new int[tokens.size()];
    int at = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Arrays.fill(sentenceOf, at, at += sentences.get(i).size(), i);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (TextSpan span : text.spans()) {
      Candidate candidate = fit(span);
      if (candidate != null) {
        candidates.add(candidate);
      }
    }
    kept = withoutOverlaps(candidates);
  }

  /**
   * Fits spans to tokens.
   *
   * @param sentences of the text, as its splitter gives them
   * @param problems takes those that do not fit
   */
  static TokenSpans of(
      AnnotatedText text,
      List<List<Token>> sentences,
      SpanPolicy policy,
      List<SpanProblem> problems) {
    return new TokenSpans(text, sentences, policy, problems);
  }

  /** The tokens of a span, or null if the policy leaves it out. */
  private @Nullable Candidate fit(TextSpan span) {
    TextSpan.Fragment range = new TextSpan.Fragment(span.start(), span.end());
    boolean fits = true;
    if (span.isDiscontinuous()) {
      fits = note(SpanFault.DISCONTINUOUS, span);
      if (policy == SpanPolicy.SHRINK) {
        range =
            Collections.max(span.fragments(), Comparator.comparingInt(TextSpan.Fragment::length));
      }
    }
    int first = firstEndingAfter(range.start());
    int end = firstStartingFrom(range.end());
    if (first >= end || range.length() == 0) {
      note(SpanFault.EMPTY, span);
      return null;
    }
    int cutStart = range.start() - tokens.get(first).start();
    int cutEnd = tokens.get(end - 1).end() - range.end();
    if (cutStart < 0 || cutEnd < 0) {
      fits &= note(SpanFault.BLANK_EDGES, span);
    }
    if (cutStart > 0 || cutEnd > 0) {
      fits &= note(SpanFault.WITHIN_TOKEN, span);
      if (policy == SpanPolicy.SHRINK) {
        first += cutStart > 0 ? 1 : 0;
        end -= cutEnd > 0 ? 1 : 0;
      }
    }
    if (first < end && sentenceOf[first] != sentenceOf[end - 1]) {
      fits &= note(SpanFault.ACROSS_SENTENCES, span);
      if (policy == SpanPolicy.SHRINK) {
        int[] part = longestPart(first, end);
        first = part[0];
        end = part[1];
      }
    }
    return fits && first < end ? new Candidate(span, first, end) : null;
  }

  /** Notes a fault; tells whether the policy mends it. */
  private boolean note(SpanFault fault, TextSpan span) {
    problems.add(new SpanProblem(fault, text, span));
    return policy == SpanPolicy.EXPAND || policy == SpanPolicy.SHRINK;
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int firstStartingFrom(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() >= offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The part of a run of tokens in the sentence with most of them. */
  private int[] longestPart(int first, int end) {
    int[] longest = {first, first};
    int start = first;
    for (int i = first + 1; i <= end; i++) {
      if (i == end || sentenceOf[i] != sentenceOf[start]) {
        if (i - start > longest[1] - longest[0]) {
          longest = new int[] {start, i};
        }
        start = i;
      }
    }
    return longest;
  }

  private List<Candidate> withoutOverlaps(List<Candidate> candidates) {
    Comparator<Candidate> byLength = Comparator.comparingInt(Candidate::length);
    candidates.sort(
        (policy == SpanPolicy.SHRINK ? byLength : byLength.reversed())
            .thenComparingInt(Candidate::start));
    List<Candidate> disjoint = new ArrayList<>();
    int[] owners = new int[tokens.size()];
    Arrays.fill(owners, FREE);
    for (Candidate candidate : candidates) {
      SpanFault conflict = conflict(candidate, owners, disjoint);
      if (conflict == null) {
        Arrays.fill(owners, candidate.start(), candidate.end(), disjoint.size());
        disjoint.add(candidate);
      } else {
        note(conflict, candidate.span());
      }
    }
    disjoint.sort(Comparator.comparingInt(Candidate::start));
    return disjoint;
  }

  /** How a span conflicts with those that stay; null if it does not. */
  private static @Nullable SpanFault conflict(
      Candidate candidate, int[] owners, List<Candidate> disjoint) {
    SpanFault fault = null;
    for (int i = candidate.start(); i < candidate.end(); i++) {
      if (owners[i] == FREE) {
        continue;
      }
      Candidate other = disjoint.get(owners[i]);
      boolean within = other.start() <= candidate.start() && candidate.end() <= other.end();
      boolean around = candidate.start() <= other.start() && other.end() <= candidate.end();
      if (within && around && other.span().type().equals(candidate.span().type())) {
        return SpanFault.DUPLICATE;
      }
      if (!within && !around) {
        return SpanFault.OVERLAPPING;
      }
      fault = SpanFault.NESTED;
      i = other.end() - 1;
    }
    return fault;
  }

  /** The sentences with these spans; those that a span reaches over are one. */
  List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    int next = 0;
    while (start < tokens.size()) {
      List<Span> spans = new ArrayList<>();
      int end = start + 1;
      while (end < tokens.size() && sentenceOf[end] == sentenceOf[end - 1]) {
        end++;
      }
      while (next < kept.size() && kept.get(next).start() < end) {
        Candidate span = kept.get(next++);
        spans.add(new Span(span.span().type(), span.start() - start, span.end() - start));
        end = Math.max(end, span.end());
        while (end < tokens.size() && sentenceOf[end] == sentenceOf[end - 1]) {
          end++;
        }
      }
      sentences.add(sentence(tokens.subList(start, end), spans));
      start = end;
    }
    return sentences;
  }

  private Sentence sentence(List<Token> run, List<Span> spans) {
    int offset = run.get(0).start();
    String own = inOneLine(text.text().substring(offset, run.get(run.size() - 1).end()));
    List<Token> placed = new ArrayList<>(run.size());
    for (Token token : run) {
      placed.add(new Token(own, token.start() - offset, token.end() - offset));
    }
    return new Sentence(
        placed.stream().map(Token::text).toList(),
        spans,
        List.of(),
        text.line() == 0 ? List.of() : Collections.nCopies(run.size(), text.line()),
        Optional.of(new AlignedText(own, placed)));
  }

  /** A sentence is one line of a column file, and so is each token. */
  private static String inOneLine(String words) {
    return words.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }
}
