package org.namespan.internal.pipeline;

import java.util.List;
import org.namespan.Recognizer;
import org.namespan.model.text.SplitText;
import org.namespan.model.text.TextSplitter;

/**
 * A text, or a part of one, with its sentences and what recognizers of raw text found in it. No
 * record: it would print the text.
 */
public final class SearchedText {

  private final SplitText split;
  private final TextSpans spans;

  SearchedText(SplitText split, TextSpans spans) {
    this.split = split;
    this.spans = spans;
  }

  /** Searches and splits a whole text. */
  static SearchedText of(String text, TextSplitter splitter, List<Recognizer> recognizers) {
    TextSpans spans = TextSpans.find(text, recognizers);
    return new SearchedText(new SplitText(text, 0, spans.align(text, splitter.split(text))), spans);
  }

  SplitText split() {
    return split;
  }

  TextSpans spans() {
    return spans;
  }
}
