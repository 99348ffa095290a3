package org.namespan.trainer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;
import org.namespan.trainer.activelearning.UnlabelledText;
import org.namespan.trainer.io.Utf8Reader;

/** Cuts texts into what a person is asked to label, and gives it on some at a time. */
final class UnlabelledSource {

  private static final int TEXTS_AT_ONCE = 1024;

  private final TextSplitter splitter;
  private final boolean bySentence;
  private final int maxLength;
  private final Consumer<List<UnlabelledText>> consumer;
  private List<UnlabelledText> waiting = new ArrayList<>();
  private long texts;
  private long tooLong;

  /**
   * @param bySentence whether each sentence is a text of its own
   * @param maxLength longer texts are left out, in tokens
   */
  UnlabelledSource(
      TextSplitter splitter,
      boolean bySentence,
      int maxLength,
      Consumer<List<UnlabelledText>> consumer) {
    this.splitter = splitter;
    this.bySentence = bySentence;
    this.maxLength = maxLength;
    this.consumer = consumer;
  }

  /**
   * Reads a file of a text a line, plain or gzip, as it goes; blank lines count for nothing.
   *
   * @throws IOException if it cannot be read or is no text in UTF-8
   */
  void readLines(TextSource source) throws IOException {
    if (source.file() != null && Files.isDirectory(source.file())) {
      throw new IOException(source.file() + ": is a directory; expected a text file");
    }
    try (BufferedReader reader = source.open()) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.indexOf('\0') >= 0) {
          throw new IOException(
              source.name()
                  + ":"
                  + number
                  + ": found a NUL byte, as in UTF-16 or binary data; expected text in UTF-8");
        }
        add(line, source.name(), number);
      }
    } catch (Utf8Reader.MalformedTextException e) {
      throw source.notUtf8(e);
    }
    flush();
  }

  /** Adds one text. */
  void add(String text, Path file, int line) {
    List<List<Token>> sentences = splitter.split(text);
    if (bySentence) {
      for (List<Token> sentence : sentences) {
        int start = sentence.get(0).start();
        int end = sentence.get(sentence.size() - 1).end();
        add(text.substring(start, end), List.of(sentence), file, line);
      }
    } else if (!sentences.isEmpty()) {
      add(text, sentences, file, line);
    }
  }

  private void add(String text, List<List<Token>> sentences, Path file, int line) {
    List<List<String>> tokens =
        sentences.stream().map(each -> each.stream().map(Token::text).toList()).toList();
    UnlabelledText unlabelled = new UnlabelledText(text, tokens, file, line);
    texts++;
    if (unlabelled.tokenCount() > maxLength) {
      tooLong++;
      return;
    }
    waiting.add(unlabelled);
    if (waiting.size() == TEXTS_AT_ONCE) {
      flush();
    }
  }

  /** Gives on what waits. */
  void flush() {
    consumer.accept(waiting);
    waiting = new ArrayList<>();
  }

  /** Texts that were seen, those that were left out included. */
  long texts() {
    return texts;
  }

  /** Texts that were left out for their length. */
  long tooLong() {
    return tooLong;
  }
}
