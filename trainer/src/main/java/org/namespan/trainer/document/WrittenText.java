package org.namespan.trainer.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/**
 * A record as a tool wrote it, with offsets in a unit that is still to be told.
 *
 * @param text the text
 * @param spans with offsets that may lie anywhere
 * @param covered for each span, the words that the tool says it covers, where it says so
 * @param file where it stands
 * @param line its line there; 0 if it is a file of its own
 */
record WrittenText(
    String text, List<TextSpan> spans, List<Optional<String>> covered, Path file, int line) {

  /** Gathers the spans of a record. */
  static final class Builder {
    private final Path file;
    private final int line;
    private final String text;
    private final List<TextSpan> spans = new ArrayList<>();
    private final List<Optional<String>> covered = new ArrayList<>();

    /**
     * A record without spans.
     *
     * @throws CorpusException if the text holds a NUL or half a character
     */
    Builder(String text, Path file, int line) throws CorpusException {
      Optional<String> fault = AnnotatedText.faultOf(text);
      if (fault.isPresent()) {
        throw new CorpusException(
            file, line, fault.get(), "expected a text of whole characters", "correct the text");
      }
      this.text = text;
      this.file = file;
      this.line = line;
    }

    /** Adds a span without gaps that the record's line holds. */
    void add(String type, int start, int end, Optional<String> words) throws CorpusException {
      add(type, new int[] {start, end}, line, words);
    }

    /**
     * Adds a span.
     *
     * @param offsets start and end of each fragment
     */
    void add(String type, int[] offsets, int spanLine, Optional<String> words)
        throws CorpusException {
      if (type.isBlank() || type.codePoints().anyMatch(WrittenText::isUnprintable)) {
        throw new CorpusException(
            file,
            spanLine,
            "found an entity type that is blank or holds a control character",
            "expected the name of a type",
            "name the type");
      }
      List<TextSpan.Fragment> fragments = new ArrayList<>();
      int last = 0;
      for (int i = 0; i < offsets.length; i += 2) {
        if (offsets[i] < last || offsets[i + 1] < offsets[i]) {
          throw new CorpusException(
              file,
              spanLine,
              "found a span from " + offsets[i] + " to " + offsets[i + 1],
              "expected offsets from 0 on, in order",
              "correct the offsets");
        }
        last = offsets[i + 1];
        fragments.add(new TextSpan.Fragment(offsets[i], offsets[i + 1]));
      }
      spans.add(new TextSpan(type, fragments, spanLine));
      covered.add(words);
    }

    WrittenText build() {
      return new WrittenText(text, List.copyOf(spans), List.copyOf(covered), file, line);
    }
  }

  private static boolean isUnprintable(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.SURROGATE;
  }
}
