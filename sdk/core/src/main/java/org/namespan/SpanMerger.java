package org.namespan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;

/** Makes one list of what the model and the recognizers found in a sentence. Immutable. */
final class SpanMerger {

  private final List<Recognizer> recognizers;

  SpanMerger(List<Recognizer> recognizers) {
    this.recognizers = recognizers;
  }

  /** Whether there is nothing to merge. */
  boolean isIdle() {
    return recognizers.isEmpty();
  }

  /**
   * The spans that win, as {@link Recognizer} says.
   *
   * @param tokens of the sentence
   * @param ofModel what the model found, none overlapping
   * @return in text order, none overlapping
   */
  List<FoundSpan> merge(List<String> tokens, List<FoundSpan> ofModel) {
    List<FoundSpan> merged = new ArrayList<>();
    boolean[] taken = new boolean[tokens.size()];
    String[] sentence = tokens.toArray(new String[0]);
    addRecognized(true, sentence, taken, merged);
    addFree(ofModel, taken, merged);
    addRecognized(false, sentence, taken, merged);
    Collections.sort(merged);
    return merged;
  }

  private void addRecognized(
      boolean beforeModel, String[] sentence, boolean[] taken, List<FoundSpan> merged) {
    for (Recognizer recognizer : recognizers) {
      if (recognizer.beforeModel() == beforeModel) {
        List<FoundSpan> found = new ArrayList<>();
        for (Span span : recognizer.finder().find(sentence.clone())) {
          // A pattern that matches nothing but a space gives none of the tokens.
          if (span.length() > 0) {
            found.add(found(recognizer, span, sentence.length));
          }
        }
        found.sort(SpanMerger::longestFirst);
        addFree(found, taken, merged);
      }
    }
  }

  private static int longestFirst(FoundSpan a, FoundSpan b) {
    int lengths = Integer.compare(b.length(), a.length());
    return lengths != 0 ? lengths : Integer.compare(a.start(), b.start());
  }

  private static FoundSpan found(Recognizer recognizer, Span span, int tokens) {
    if (span.getEnd() > tokens) {
      throw new IndexOutOfBoundsException(
          "recognizer '"
              + recognizer.name()
              + "' found the span "
              + span.getStart()
              + ".."
              + span.getEnd()
              + " in a sentence of "
              + tokens
              + " tokens");
    }
    boolean named = span.getType() != null && !span.getType().equals(NameSample.DEFAULT_TYPE);
    String type = named ? span.getType() : recognizer.name();
    // OpenNLP's rules leave a probability of 0 where they are sure.
    double score = span.getProb() > 0 ? Math.min(1, span.getProb()) : 1;
    return new FoundSpan(span.getStart(), span.getEnd(), type, score, recognizer.name());
  }

  private static void addFree(List<FoundSpan> found, boolean[] taken, List<FoundSpan> merged) {
    for (FoundSpan span : found) {
      boolean free = true;
      for (int t = span.start(); t < span.end(); t++) {
        free &= !taken[t];
      }
      if (free) {
        merged.add(span);
        for (int t = span.start(); t < span.end(); t++) {
          taken[t] = true;
        }
      }
    }
  }
}
