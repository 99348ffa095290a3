package org.namespan.examples.benchmarks.robust;

/**
 * Breaks a text into lines of at most 40 chars, at blanks, or inside words where it hyphenates.
 * Made for one text, whose chars are asked for in order.
 */
final class LineWrapping implements Rewriter.Rule {

  private static final int WIDTH = 40;

  /** Letters of a hyphenated word on either side of the hyphen, at least. */
  private static final int PART = 3;

  private final String lineEnd;
  private final boolean hyphenating;
  private int lineStart;

  LineWrapping(String lineEnd, boolean hyphenating) {
    this.lineEnd = lineEnd;
    this.hyphenating = hyphenating;
  }

  @Override
  public Rewriter.Piece at(AnnotatedText annotated, int offset) {
    String text = annotated.text();
    char c = text.charAt(offset);
    if (c == ' ' && wordEnd(text, offset + 1) - lineStart > WIDTH && !breaksNext(text, offset)) {
      lineStart = offset + 1;
      return Rewriter.Piece.of(lineEnd);
    }
    if (hyphenating && offset == lineStart + WIDTH - 1 && mayHyphenate(text, offset)) {
      lineStart = offset;
      return new Rewriter.Piece("-" + lineEnd, String.valueOf(c), "");
    }
    return Rewriter.Piece.of(c);
  }

  /** Whether the word after the blank is hyphenated instead. */
  private boolean breaksNext(String text, int blank) {
    int hyphen = lineStart + WIDTH - 1;
    return hyphenating && blank < hyphen && hyphen < text.length() && mayHyphenate(text, hyphen);
  }

  private static boolean mayHyphenate(String text, int offset) {
    return letters(text, offset - PART, offset + PART);
  }

  private static boolean letters(String text, int from, int to) {
    return from >= 0
        && to <= text.length()
        && text.substring(from, to).chars().allMatch(Character::isLetter);
  }

  private static int wordEnd(String text, int from) {
    int end = text.indexOf(' ', from);
    return end < 0 ? text.length() : end;
  }
}
