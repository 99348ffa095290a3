package org.namespan.trainer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;
import org.namespan.trainer.io.Utf8Reader;

/**
 * Sentences of lines that are drawn at random from a text.
 *
 * @param file text in UTF-8, one paragraph per line, plain or gzip
 * @param tokens how many tokens the lines hold together, at least
 * @param maxLength longer sentences are left out
 * @param seed of the choice
 */
record TextSample(Path file, int tokens, int maxLength, long seed) {

  private static final int SENTENCES_AT_ONCE = 2048;

  /** Takes some of the sentences, each as tokens. */
  @FunctionalInterface
  interface Consumer {
    void accept(List<List<String>> sentences);
  }

  /**
   * Draws lines until there are enough tokens, or none is left, and gives their sentences on, some
   * at a time.
   *
   * @throws IOException if the file cannot be read, is no text, or holds no sentence that is short
   *     enough
   */
  void forEach(TextSplitter splitter, Consumer consumer) throws IOException {
    List<String> lines = readLines();
    Collections.shuffle(lines, new Random(seed));
    List<List<String>> waiting = new ArrayList<>();
    long taken = 0;
    for (int i = 0; i < lines.size() && taken < tokens; i++) {
      for (List<Token> sentence : splitter.split(lines.get(i))) {
        if (sentence.size() <= maxLength) {
          waiting.add(sentence.stream().map(Token::text).toList());
          taken += sentence.size();
        }
      }
      if (waiting.size() >= SENTENCES_AT_ONCE) {
        consumer.accept(waiting);
        waiting = new ArrayList<>();
      }
    }
    if (taken == 0) {
      throw new IOException(
          file
              + ": found no sentence of at most "
              + maxLength
              + " tokens; give another text, or a larger --max-length");
    }
    consumer.accept(waiting);
  }

  private List<String> readLines() throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a directory; expected a text file");
    }
    TextSource source = new TextSource(file);
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = source.open()) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.indexOf('\0') >= 0) {
          throw new IOException(
              file
                  + ":"
                  + number
                  + ": found a NUL byte, as in UTF-16 or binary data; expected text in UTF-8");
        }
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    } catch (Utf8Reader.MalformedTextException e) {
      throw source.notUtf8(e);
    }
    return lines;
  }
}
