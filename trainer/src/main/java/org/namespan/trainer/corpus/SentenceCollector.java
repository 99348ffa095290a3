package org.namespan.trainer.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

/**
 * Gathers the rows of one file into sentences: checks tokens and tags, reads the tags as spans and
 * repairs them, and places the tokens in the text of the sentence where there is one.
 */
final class SentenceCollector {
  /** Stands for a column whose text is lost: U+FFFD. A token is never empty. */
  private static final String LOST_TOKEN = "\uFFFD";

  private final Path file;
  private final TagScheme scheme;
  private final RepairPolicy policy;
  private final Map<String, Tag> known = new HashMap<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private Optional<String> text = Optional.empty();
  private int repaired;
  private int unaligned;

  SentenceCollector(Path file, ReaderOptions options) {
    this.file = file;
    this.scheme = options.scheme();
    this.policy = options.repairPolicy();
  }

  /** Whether no row was added since the last sentence ended. */
  boolean atStart() {
    return tokens.isEmpty();
  }

  /** Whether {@code text} is a tag of the scheme. */
  boolean isTag(String text) {
    return parse(text) != null;
  }

  /** The text of the sentence whose first row comes next. */
  void text(String sentence) {
    text = Optional.of(sentence);
  }

  /** Adds a row to the sentence at hand. */
  void add(String token, String tag, int line) throws CorpusException {
    if (!token.isEmpty() && !Sentence.isToken(token)) {
      throw new CorpusException(
          file,
          line,
          "found a token that holds a TAB or a line break",
          "expected one token a line, lines ending with LF or CRLF",
          "check quotes and line ends");
    }
    Tag parsed = parse(tag);
    if (parsed == null) {
      throw new CorpusException(
          file,
          line,
          describe(tag),
          "expected O, " + scheme.tagPattern() + " (" + scheme + ")",
          "correct the tag or choose its column or another scheme");
    }
    tokens.add(token.isEmpty() ? LOST_TOKEN : token);
    tags.add(parsed);
    lines.add(line);
  }

  /** Ends the sentence at hand, if there is one. */
  void endSentence() throws CorpusException {
    if (!tokens.isEmpty()) {
      Optional<AlignedText> aligned = text.flatMap(whole -> AlignedText.align(whole, tokens));
      unaligned += text.isPresent() && aligned.isEmpty() ? 1 : 0;
      sentences.add(new Sentence(tokens, wellFormedSpans(), List.of(), lines, aligned));
    }
    tokens.clear();
    tags.clear();
    lines.clear();
    text = Optional.empty();
  }

  /** All sentences, of which there must be one. */
  Corpus corpus() throws CorpusException {
    if (sentences.isEmpty()) {
      throw new CorpusException(
          file,
          0,
          "found no sentence",
          "expected one token and its tag on each line",
          "check that this is the right file");
    }
    return new Corpus(file.getFileName().toString(), sentences, repaired, unaligned);
  }

  private List<Span> wellFormedSpans() throws CorpusException {
    List<Span> lenient = scheme.decode(tags);
    List<Tag> proper = scheme.encode(lenient, tags.size());
    List<Span> spans = new ArrayList<>();
    for (Span span : lenient) {
      List<Tag> found = tags.subList(span.start(), span.end());
      List<Tag> expected = proper.subList(span.start(), span.end());
      if (!found.equals(expected)) {
        if (policy == RepairPolicy.FAIL) {
          throw malformed(span.start(), found, expected);
        }
        repaired++;
        if (policy == RepairPolicy.DROP) {
          continue;
        }
      }
      spans.add(span);
    }
    return spans;
  }

  private CorpusException malformed(int start, List<Tag> found, List<Tag> expected) {
    int i = 0;
    while (found.get(i).equals(expected.get(i))) {
      i++;
    }
    return new CorpusException(
        file,
        lines.get(start + i),
        "found " + found.get(i),
        "expected " + expected.get(i) + " here (" + scheme + ")",
        "correct the tag, choose another scheme or let malformed spans be repaired");
  }

  private @Nullable Tag parse(String tag) {
    Tag parsed = known.get(tag);
    if (parsed == null) {
      if (!isPrintable(tag)) {
        return null;
      }
      try {
        parsed = Tag.parse(tag, scheme);
      } catch (IllegalArgumentException e) {
        return null; // The caller says where.
      }
      known.put(tag, parsed);
    }
    return parsed;
  }

  /** Types are shown in messages and model files, a line each. */
  private static boolean isPrintable(String tag) {
    return tag.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
  }

  /** Tells a tag's prefix only: a wrong column may hold the user's text. */
  private static String describe(String tag) {
    if (tag.matches("(?s)[A-Za-z]-.+")) {
      return "found a tag with the prefix " + tag.charAt(0) + "-";
    }
    return tag.isEmpty() ? "found an empty tag" : "found something that is no tag";
  }
}
