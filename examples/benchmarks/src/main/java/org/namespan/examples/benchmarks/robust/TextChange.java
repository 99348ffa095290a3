package org.namespan.examples.benchmarks.robust;

import java.util.List;
import java.util.function.Function;

/**
 * One way in which the writing of texts changes and their entities do not.
 *
 * @param kind group of changes, for the table
 * @param name what changes, for the table
 * @param texts how many texts come together in one changed text
 * @param rewriting makes one text of as many, or of fewer at the end of a corpus
 */
record TextChange(
    String kind, String name, int texts, Function<List<AnnotatedText>, AnnotatedText> rewriting) {

  /** A change of single texts, char by char. */
  static TextChange of(String kind, String name, Rewriter.Rule rule) {
    return new TextChange(kind, name, 1, texts -> new Rewriter().text(texts.get(0), rule).result());
  }

  /** A change that puts something before and after each entity. */
  static TextChange around(String kind, String before, String after) {
    return around(kind, before + "name" + after, before, after);
  }

  /** As {@link #around(String, String, String)}, of another name. */
  static TextChange around(String kind, String name, String before, String after) {
    return of(
        kind,
        name,
        (text, i) ->
            new Rewriter.Piece(
                text.entityStarts(i) ? before : "",
                text.text().substring(i, i + 1),
                text.entityEnds(i + 1) ? after : ""));
  }

  /** A change that puts something before, between and after several texts. */
  static TextChange joined(
      String kind, String name, int texts, String first, String between, String last) {
    return new TextChange(
        kind,
        name,
        texts,
        several -> {
          Rewriter rewriter = new Rewriter().insert(first);
          for (int i = 0; i < several.size(); i++) {
            rewriter.insert(i == 0 ? "" : between).text(several.get(i));
          }
          return rewriter.insert(last).result();
        });
  }
}
