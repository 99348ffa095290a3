package org.namespan.trainer.classifier.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.namespan.trainer.corpus.CorpusException;

/** fastText's format: each line begins with labels such as {@code __label__positive}. */
final class FastTextReader extends LineReader {

  private static final String PREFIX = "__label__";

  @Override
  public String name() {
    return "fasttext";
  }

  @Override
  public boolean isFormatOf(Path file) {
    return LabelledTextFormats.hasExtension(file, ".txt")
        || LabelledTextFormats.hasExtension(file, ".ft");
  }

  @Override
  void accept(String line, int number, LabelledTextCollector collector) throws CorpusException {
    List<String> labels = new ArrayList<>();
    int start = 0;
    while (line.startsWith(PREFIX, start)) {
      int end = start;
      while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
        end++;
      }
      labels.add(line.substring(start + PREFIX.length(), end));
      start = end;
      while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
        start++;
      }
    }
    collector.add(line.substring(start), labels, number);
  }
}
