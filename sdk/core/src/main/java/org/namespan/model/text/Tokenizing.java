package org.namespan.model.text;

import java.util.List;

/** Finds the tokens of one text; used by one thread, for one call. */
final class Tokenizing {

  private final String text;
  private final Layout layout;

  /** Null if only white space separates tokens. */
  private final ChunkTokenizer tokenizer;

  Tokenizing(String text, Layout layout, ChunkTokenizer tokenizer) {
    this.text = text;
    this.layout = layout;
    this.tokenizer = tokenizer;
  }

  boolean hasWord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Characters.isLetterOrDigit(layout.chars[i])) {
        return true;
      }
    }
    return false;
  }

  /** Adds the tokens between two offsets, neither of which breaks a token. */
  void read(int start, int end, List<Token> tokens) {
    int i = start;
    while (i < end) {
      if (layout.isSpace(i)) {
        i++;
        continue;
      }
      int chunkEnd = layout.chunkEnd(i, end);
      if (tokenizer == null) {
        add(i, chunkEnd, tokens);
      } else {
        readChunk(i, chunkEnd, tokens);
      }
      i = chunkEnd;
    }
  }

  /** Cuts a chunk at the characters that stand alone, and reads what is between them. */
  private void readChunk(int start, int end, List<Token> tokens) {
    int from = start;
    while (from < end) {
      int to = layout.nextAlone(from, end);
      readPart(from, to, tokens);
      from = to;
      if (to < end) {
        do {
          to++;
        } while (to < end && layout.isInner(to));
        add(from, to, tokens);
        from = to;
      }
    }
  }

  private void readPart(int start, int end, List<Token> tokens) {
    if (end - start > Layout.MAX_CHUNK) {
      readByKind(start, end, tokens);
    } else if (end - start > 1 && !isWord(start, end)) {
      readByModel(start, end, tokens);
    } else if (end > start) {
      add(start, end, tokens);
    }
  }

  private boolean isWord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Characters.isLetterOrDigit(layout.chars[i])) {
        return false;
      }
    }
    return true;
  }

  private void readByModel(int start, int end, List<Token> tokens) {
    int from = start;
    for (int chunkEnd : tokenizer.ends(layout.chars, start, end)) {
      int to = start + chunkEnd;
      if (to == end || mayCut(to)) {
        add(from, to, tokens);
        from = to;
      }
    }
  }

  /**
   * Not inside a character, nor inside a run of one sign such as {@code ***}, brackets excepted,
   * nor between an initial and its stop.
   */
  private boolean mayCut(int i) {
    char c = layout.chars[i];
    boolean run = c == layout.chars[i - 1] && !Characters.isLetterOrDigit(c) && !isBracket(c);
    return !run && !layout.isInner(i) && !layout.isInitialStop(i);
  }

  private static boolean isBracket(char c) {
    return "()[]{}".indexOf(c) >= 0;
  }

  /** Cuts where letters and digits meet other characters; for chunks too long for a model. */
  private void readByKind(int start, int end, List<Token> tokens) {
    int from = start;
    boolean word = Characters.isLetterOrDigit(layout.chars[start]);
    for (int i = start + 1; i < end; i++) {
      if (layout.isInner(i)) {
        continue;
      }
      boolean wordHere = Characters.isLetterOrDigit(layout.chars[i]);
      if (wordHere != word) {
        add(from, i, tokens);
        from = i;
        word = wordHere;
      }
    }
    add(from, end, tokens);
  }

  private void add(int start, int end, List<Token> tokens) {
    tokens.add(new Token(text, start, end));
  }
}
