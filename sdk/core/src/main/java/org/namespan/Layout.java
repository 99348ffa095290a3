package org.namespan;

/**
 * What the line breaks of a text mean. A blank line, a form feed between lines and U+2029 end a
 * sentence in every layout.
 *
 * <pre>{@code
 * TaggerOptions lines = TaggerOptions.defaults().withLayout(Layout.LINES);
 * try (EntityTagger byLine = EntityTagger.english(lines)) {
 *   byLine.tagSentences("They met Angela\nMerkel in Berlin.").size(); // 2
 * }
 * }</pre>
 */
public enum Layout {
  /**
   * Told from the lines themselves: prose wrapped at a width goes on, whereas list items, headings,
   * signatures, {@code Name: value} lines and cells between tabs or {@code |} are texts of their
   * own. {@code docs/text.md} states the rule.
   */
  AUTO,

  /** Each line is a text of its own, and so is each cell between tabs or {@code |}. */
  LINES,

  /** A single line break and a tab are blanks: only blank lines end a sentence. */
  PARAGRAPHS
}
