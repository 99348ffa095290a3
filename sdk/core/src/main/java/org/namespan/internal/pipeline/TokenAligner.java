package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.Token;

/**
 * Makes spans of {@code char}s spans of tokens: cuts tokens at their ends, adds tokens where they
 * stand in what no token holds, and joins sentences that end inside of one. Takes time in
 * proportion to the tokens and the spans, but for sorting.
 */
final class TokenAligner {

  private final String text;
  private final List<List<Token>> sentences;
  private final List<Span> spans;

  private TokenAligner(String text, List<List<Token>> sentences, List<Span> spans) {
    this.text = text;
    this.sentences = sentences;
    this.spans = spans;
  }

  /**
   * The sentences with tokens that begin and end where the spans do.
   *
   * @param sentences of the text, in its order, none empty
   * @param spans none empty
   */
  static List<List<Token>> align(String text, List<List<Token>> sentences, List<Span> spans) {
    List<Span> ordered = new ArrayList<>(spans);
    Collections.sort(ordered);
    return new TokenAligner(text, sentences, ordered).align();
  }

  private List<List<Token>> align() {
    List<List<Token>> aligned = new ArrayList<>(sentences.size());
    int next = 0;
    int nextSpan = 0;
    while (next < sentences.size() || nextSpan < spans.size()) {
      // What stands behind a sentence and before the next one belongs to the first.
      int open = next + 1 < sentences.size() ? start(next + 1) : text.length();
      List<Token> sentence = new ArrayList<>();
      if (next < sentences.size()) {
        sentence.addAll(sentences.get(next++));
      }
      int firstSpan = nextSpan;
      while (nextSpan < spans.size() && spans.get(nextSpan).getStart() < open) {
        int end = spans.get(nextSpan++).getEnd();
        while (next < sentences.size() && start(next) < end) {
          sentence.addAll(sentences.get(next++));
          open = next < sentences.size() ? start(next) : text.length();
        }
      }
      aligned.add(
          firstSpan == nextSpan ? sentence : align(sentence, spans.subList(firstSpan, nextSpan)));
    }
    return aligned;
  }

  private int start(int sentence) {
    return sentences.get(sentence).get(0).start();
  }

  private List<Token> align(List<Token> sentence, List<Span> inside) {
    NavigableSet<Integer> bounds = new TreeSet<>();
    for (Span span : inside) {
      bounds.add(span.getStart());
      bounds.add(span.getEnd());
    }
    NavigableMap<Integer, Integer> ends = new TreeMap<>();
    for (Token token : sentence) {
      add(token.start(), token.end(), bounds, ends);
    }
    for (Span span : inside) {
      fill(span, bounds, ends);
    }
    List<Token> tokens = new ArrayList<>(ends.size());
    for (Map.Entry<Integer, Integer> token : ends.entrySet()) {
      tokens.add(new Token(text, token.getKey(), token.getValue()));
    }
    return tokens;
  }

  /** Adds a token, cut at the bounds inside. */
  private static void add(
      int start, int end, NavigableSet<Integer> bounds, NavigableMap<Integer, Integer> ends) {
    int from = start;
    for (int bound : bounds.subSet(start, false, end, false)) {
      ends.put(from, bound);
      from = bound;
    }
    ends.put(from, end);
  }

  /** Adds what no token holds at the ends of a span. */
  private static void fill(
      Span span, NavigableSet<Integer> bounds, NavigableMap<Integer, Integer> ends) {
    Map.@Nullable Entry<Integer, Integer> before = ends.floorEntry(span.getStart());
    if (before == null || before.getValue() <= span.getStart()) {
      @Nullable Integer next = ends.higherKey(span.getStart());
      int end = next == null ? span.getEnd() : Math.min(next, span.getEnd());
      add(span.getStart(), end, bounds, ends);
    }
    int last = ends.lowerEntry(span.getEnd()).getValue();
    if (last < span.getEnd()) {
      add(last, span.getEnd(), bounds, ends);
    }
  }
}
