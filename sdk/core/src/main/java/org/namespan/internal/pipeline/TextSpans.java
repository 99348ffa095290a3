package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;
import org.namespan.Recognizer;
import org.namespan.model.text.Token;

/** What the recognizers of raw text found in one text, as spans of {@code char}s. Immutable. */
final class TextSpans {

  /** Of ready tokens, which have no text. */
  static final TextSpans NONE = new TextSpans(Collections.emptyMap());

  /** Sorted by start. */
  private final Map<Recognizer, Span[]> found;

  private TextSpans(Map<Recognizer, Span[]> found) {
    this.found = found;
  }

  /** Asks those of some recognizers that look at raw text. */
  static TextSpans find(String text, List<Recognizer> recognizers) {
    Map<Recognizer, Span[]> found = new HashMap<>();
    for (Recognizer recognizer : recognizers) {
      if (recognizer.finder() instanceof Recognizer.TextFinder) {
        Span[] spans = Finders.findInText(recognizer, text).toArray(new Span[0]);
        Arrays.sort(spans);
        found.put(recognizer, spans);
      }
    }
    return found.isEmpty() ? NONE : new TextSpans(found);
  }

  /** The sentences of the text with tokens that end where the spans do. */
  List<List<Token>> align(String text, List<List<Token>> sentences) {
    List<Span> all = new ArrayList<>();
    for (Span[] spans : found.values()) {
      all.addAll(Arrays.asList(spans));
    }
    return all.isEmpty() ? sentences : TokenAligner.align(text, sentences, all);
  }

  /**
   * What a recognizer found in an aligned sentence, as spans of its tokens; null if it does not
   * look at raw text.
   */
  @Nullable List<Span> in(List<Token> sentence, Recognizer recognizer) {
    Span @Nullable [] spans = found.get(recognizer);
    if (spans == null) {
      return null;
    }
    List<Span> inside = new ArrayList<>();
    int end = sentence.get(sentence.size() - 1).end();
    int token = 0;
    for (int i = firstFrom(spans, sentence.get(0).start()); i < spans.length; i++) {
      Span span = spans[i];
      if (span.getStart() >= end) {
        break;
      }
      while (sentence.get(token).end() <= span.getStart()) {
        token++;
      }
      int after = token + 1;
      while (after < sentence.size() && sentence.get(after).start() < span.getEnd()) {
        after++;
      }
      inside.add(new Span(token, after, span.getType(), span.getProb()));
    }
    return inside;
  }

  private static int firstFrom(Span[] spans, int start) {
    int from = 0;
    int to = spans.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (spans[middle].getStart() < start) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
