package org.namespan.model.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Splits what a reader gives, a window at a time, into the sentences that {@link TextSplitter}
 * finds in the whole. A sentence is given once what follows it has been read far enough to move its
 * end no more; each window begins some sentences before the first that is new, so that the splitter
 * sees what stands before that. A sentence that goes on for very long is cut, between tokens unless
 * it is a single one.
 *
 * <p>Used by one thread.
 */
public final class DocumentSplitter {

  private static final int WINDOW = 1 << 15;
  private static final int LONGEST = 1 << 18;

  /** Chars before the end of a window in which no sentence is taken as finished. */
  private static final int MARGIN = 2 * NormalizedText.MAX_PRE_TOKEN;

  /** Sentences at the end of a window that are not taken as finished, if others are. */
  private static final int UNSETTLED = 2;

  /** Sentences that are split again before the first new one. */
  private static final int CONTEXT = 3;

  /** Chars before the first new sentence at least, for what tells of its layout. */
  private static final int LAYOUT = 512;

  private final Function<String, List<List<Token>>> splitter;
  private final Reader reader;
  private final int window;
  private final int longest;
  private final char[] part;

  private final StringBuilder held = new StringBuilder();

  /** Offset of the first char held in the document. */
  private int offset;

  /** Chars held of which the tokens have been given. */
  private int done;

  private boolean ended;

  /** Splits what {@code reader} will give; it is left open. */
  public DocumentSplitter(TextSplitter splitter, Reader reader) {
    this(splitter::split, reader);
  }

  /**
   * @param splitter as {@link TextSplitter#split}, but that it may part tokens and join sentences
   *     by what stands near
   */
  public DocumentSplitter(Function<String, List<List<Token>>> splitter, Reader reader) {
    this(splitter, reader, WINDOW, LONGEST);
  }

  /**
   * @param window chars that are read at once
   * @param longest chars without the end of a sentence after which it is cut, larger than {@code
   *     window} and {@link #MARGIN}
   */
  DocumentSplitter(
      Function<String, List<List<Token>>> splitter, Reader reader, int window, int longest) {
    this.splitter = splitter;
    this.reader = reader;
    this.window = window;
    this.longest = longest;
    this.part = new char[window];
  }

  /**
   * The next sentences, or null at the end of the document.
   *
   * @throws IOException if the reader fails, or the document has 2^31 chars or more
   */
  public @Nullable SplitText next() throws IOException {
    while (!ended || done < held.length()) {
      read();
      String text = held.toString();
      List<List<Token>> sentences = splitter.apply(text);
      boolean full = text.length() - done >= longest;
      int settled = settled(sentences, text.length(), full ? 1 : UNSETTLED);
      if (settled > 0 && end(sentences.get(settled - 1)) > done) {
        return take(text, sentences.subList(0, settled));
      }
      if (ended) {
        done = text.length();
      } else if (full) {
        return cut(text, sentences);
      }
    }
    return null;
  }

  private void read() throws IOException {
    int end = held.length() + window;
    while (!ended && held.length() < end) {
      int count = reader.read(part, 0, Math.min(part.length, end - held.length()));
      if (count < 0) {
        ended = true;
      } else {
        held.append(part, 0, count);
      }
    }
    if (held.length() > Integer.MAX_VALUE - offset) {
      throw new IOException(
          "the text has 2^31 chars or more, and offsets are 32-bit numbers: give it in parts");
    }
  }

  /**
   * How many sentences will stay as they are, whatever follows; the last ones are not looked at.
   */
  private int settled(List<List<Token>> sentences, int length, int last) {
    if (ended) {
      return sentences.size();
    }
    int settled = Math.max(0, sentences.size() - last);
    while (settled > 0 && end(sentences.get(settled - 1)) > length - MARGIN) {
      settled--;
    }
    return settled;
  }

  private SplitText take(String text, List<List<Token>> sentences) {
    int from = done;
    SplitText piece = new SplitText(text, offset, after(from, sentences));
    done = end(sentences.get(sentences.size() - 1));
    int first = sentences.size() - CONTEXT;
    while (first > 0 && !mayBegin(text, start(sentences.get(first)))) {
      first--;
    }
    int context = first <= 0 ? 0 : start(sentences.get(first));
    // Sentences that long are not worth keeping for what they tell of the next.
    drop(done - context > longest / 2 ? done : context);
    return piece;
  }

  /** Whether a window may begin at a place: after a blank, and far enough before what is new. */
  private boolean mayBegin(String text, int start) {
    return done - start >= LAYOUT && Characters.isSeparator(text.charAt(start - 1));
  }

  /** Gives all but the end of a window in which no sentence ends. */
  private SplitText cut(String text, List<List<Token>> sentences) {
    int middle = text.length() - MARGIN;
    int end = Character.isLowSurrogate(text.charAt(middle)) ? middle - 1 : middle;
    List<List<Token>> given = new ArrayList<>();
    for (List<Token> sentence : after(done, sentences)) {
      List<Token> tokens = new ArrayList<>(sentence);
      tokens.removeIf(token -> token.end() > end);
      if (!tokens.isEmpty()) {
        given.add(tokens);
      } else if (given.isEmpty() && start(sentence) < end) {
        given.add(Collections.singletonList(new Token(text, start(sentence), end)));
      }
    }
    SplitText piece = new SplitText(text, offset, given);
    drop(given.isEmpty() ? end : end(given.get(given.size() - 1)));
    done = 0;
    return piece;
  }

  private void drop(int chars) {
    held.delete(0, chars);
    offset += chars;
    done -= chars;
  }

  /** The sentences without the tokens that begin before {@code from}. */
  private static List<List<Token>> after(int from, List<List<Token>> sentences) {
    List<List<Token>> found = new ArrayList<>();
    for (List<Token> sentence : sentences) {
      int first = 0;
      while (first < sentence.size() && sentence.get(first).start() < from) {
        first++;
      }
      if (first < sentence.size()) {
        found.add(sentence.subList(first, sentence.size()));
      }
    }
    return found;
  }

  private static int start(List<Token> sentence) {
    return sentence.get(0).start();
  }

  private static int end(List<Token> sentence) {
    return sentence.get(sentence.size() - 1).end();
  }
}
