package org.namespan.internal.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.Recognizer;
import org.namespan.model.text.DocumentSplitter;
import org.namespan.model.text.SplitText;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;

/** A text that is searched and split as it is read. Used by one thread. */
public final class SearchedDocument {

  private final TextSplitter splitter;
  private final List<Recognizer> recognizers;
  private final DocumentSplitter parts;

  /** Of the window that was split last. */
  private TextSpans spans = TextSpans.NONE;

  SearchedDocument(TextSplitter splitter, List<Recognizer> recognizers, Reader text) {
    this.splitter = splitter;
    this.recognizers = recognizers;
    this.parts = new DocumentSplitter(this::split, text);
  }

  private List<List<Token>> split(String window) {
    spans = TextSpans.find(window, recognizers);
    return spans.align(window, splitter.split(window));
  }

  /**
   * The next part, or null at the end.
   *
   * @throws IOException if the text cannot be read, or has 2^31 chars or more
   */
  public @Nullable SearchedText next() throws IOException {
    @Nullable SplitText part = parts.next();
    return part == null ? null : new SearchedText(part, spans);
  }
}
