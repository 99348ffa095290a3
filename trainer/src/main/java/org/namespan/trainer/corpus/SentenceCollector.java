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

/**
 * Gathers the rows of one file into sentences: checks tokens and tags, reads the tags as spans and
 * repairs them, and places the tokens in the text of the sentence where there is one.
 */
final class SentenceCollector {
  /** Stands for a column whose text is lost: U+FFFD. A token is never empty. */
  private static final String LOST_TOKEN = "\uFFFD";

  private final Path file;
  private final Optional<CorpusScheme> named;
  private final SchemeDetector detector;
  private final RepairPolicy policy;
  private final CorpusErrorHandler errors;
  private final Map<String, Tag> known = new HashMap<>();
  private final List<Rows> sentences = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private Optional<String> text = Optional.empty();
  private int repaired;
  private int unaligned;

  /** Whether the sentence at hand has a line that cannot be used. */
  private boolean leftOut;

  /** Whether types stand without prefix in an IO file; null before the first type. */
  private @Nullable Boolean typesAlone;

  /** A sentence whose tags wait for the scheme to be told. */
  private record Rows(
      List<String> tokens, List<Tag> tags, List<Integer> lines, Optional<AlignedText> text) {}

  SentenceCollector(Path file, ReaderOptions options, CorpusErrorHandler errors) {
    this.file = file;
    this.named = options.scheme();
    this.detector = new SchemeDetector();
    this.policy = options.repairPolicy();
    this.errors = errors;
  }

  /** Reports a line that cannot be used; if reading goes on, the sentence at hand is left out. */
  void reject(int line, String found, String expected, String remedy) throws CorpusException {
    report(line, found, expected, remedy);
    leaveOut();
  }

  /** Reports a line that cannot be used and is not read yet. */
  void report(int line, String found, String expected, String remedy) throws CorpusException {
    errors.badLine(new CorpusProblem(file, line, found, expected, remedy));
  }

  /** Leaves the sentence at hand out. */
  void leaveOut() {
    leftOut = true;
  }

  /** Tells that the sentence to come has other columns than the first of the file. */
  void reportColumns(int line, int found, int first) {
    errors.otherColumns(
        new CorpusProblem(
            file,
            line,
            "found " + found + " columns",
            "expected " + first + " as in the first sentence",
            "check for tokens with a space"));
  }

  /** Whether no row was added since the last sentence ended. */
  boolean atStart() {
    return tokens.isEmpty();
  }

  /** Whether {@code text} is a tag of the scheme; a type without prefix, if it occurred before. */
  boolean isTag(String text) {
    String tag = withoutBlanks(text);
    return known.containsKey(tag)
        || ((tag.equals("O") || CorpusScheme.isPrefixed(tag)) && parse(tag) != null);
  }

  /** The text of the sentence whose first row comes next. */
  void text(String sentence) {
    text = Optional.of(sentence);
  }

  /** Adds a row to the sentence at hand. */
  void add(String token, String tag, int line) throws CorpusException {
    if (!token.isEmpty() && !Sentence.isToken(token)) {
      reject(
          line,
          "found a token that holds a TAB or a line break",
          "expected one token a line, lines ending with LF or CRLF",
          "check quotes and line ends");
      return;
    }
    String stripped = withoutBlanks(tag);
    Tag parsed = parse(stripped);
    if (parsed == null) {
      CorpusScheme scheme = named.orElse(CorpusScheme.BIO);
      reject(
          line,
          describe(stripped),
          "expected O, " + scheme.tagPattern() + " (" + scheme + ")",
          "correct the tag or choose its column or another scheme"
              + (scheme == CorpusScheme.IO ? "" : ", IO where types stand without prefix"));
      return;
    }
    if (named.isEmpty() && !detector.add(parsed.prefix(), line)) {
      reject(
          line,
          "found a tag with the prefix " + parsed.prefix() + "-",
          "expected L- and U- (BILOU) or E- and S- (BIOES), not both",
          "correct the tag or choose its column or its scheme");
      return;
    }
    if (named.isPresent() && named.get() == CorpusScheme.IO && !hasSameForm(stripped)) {
      boolean alone = !CorpusScheme.isPrefixed(stripped);
      reject(
          line,
          alone ? "found a type without prefix" : "found a tag with the prefix I-",
          "expected " + (alone ? "I-TYPE" : "TYPE alone") + " as in the lines before it (IO)",
          "correct the tag or choose its column or another scheme");
      return;
    }
    tokens.add(token.isEmpty() ? LOST_TOKEN : token);
    tags.add(parsed);
    lines.add(line);
  }

  /** Ends the sentence at hand, if there is one. */
  void endSentence() throws CorpusException {
    if (!tokens.isEmpty() && !leftOut) {
      Optional<AlignedText> aligned = text.flatMap(whole -> AlignedText.align(whole, tokens));
      if (text.isPresent() && aligned.isEmpty()) {
        unaligned++;
        errors.unalignedText(
            new CorpusProblem(
                file,
                lines.get(0),
                "found a '# text' that does not hold the tokens",
                "expected the tokens in order, white space apart",
                "correct the text or leave it out"));
      }
      sentences.add(new Rows(List.copyOf(tokens), List.copyOf(tags), List.copyOf(lines), aligned));
    }
    tokens.clear();
    tags.clear();
    lines.clear();
    text = Optional.empty();
    leftOut = false;
  }

  /** All sentences, of which there must be one. */
  Corpus corpus() throws CorpusException {
    if (sentences.isEmpty()) {
      reject(
          0,
          "found no sentence",
          "expected one token and its tag on each line",
          "check that this is the right file");
    }
    CorpusScheme scheme = named.orElseGet(detector::scheme);
    List<Sentence> read = new ArrayList<>(sentences.size());
    int found = 0;
    for (Rows rows : sentences) {
      List<Tag> labels = rows.tags().stream().map(scheme::toLabel).toList();
      List<Span> lenient = scheme.labels().decode(labels);
      found += lenient.size();
      leftOut = false;
      List<Span> spans = wellFormed(lenient, labels, scheme, rows.lines());
      if (leftOut) {
        continue;
      }
      read.add(new Sentence(rows.tokens(), spans, List.of(), rows.lines(), rows.text()));
    }
    if (detector.isUnlikely(repaired, found)) {
      reject(
          detector.line(),
          "found a tag of " + scheme + ", in which most spans of the file are not written",
          "expected O, " + CorpusScheme.BIO.tagPattern() + " (" + CorpusScheme.BIO + ")",
          "correct the tag or choose its column or its scheme");
    }
    return new Corpus(file.getFileName().toString(), read, repaired, unaligned);
  }

  private List<Span> wellFormed(
      List<Span> lenient, List<Tag> tags, CorpusScheme scheme, List<Integer> lines)
      throws CorpusException {
    List<Tag> proper = scheme.labels().encode(lenient, tags.size());
    List<Span> spans = new ArrayList<>();
    for (Span span : lenient) {
      List<Tag> found = tags.subList(span.start(), span.end());
      List<Tag> expected = proper.subList(span.start(), span.end());
      if (!found.equals(expected)) {
        CorpusProblem problem =
            malformed(found, expected, scheme, lines.subList(span.start(), span.end()));
        if (policy == RepairPolicy.FAIL) {
          errors.badLine(problem);
          leaveOut();
          continue;
        }
        errors.malformedSpan(problem);
        repaired++;
        if (policy == RepairPolicy.DROP) {
          continue;
        }
      }
      spans.add(span);
    }
    return spans;
  }

  private CorpusProblem malformed(
      List<Tag> found, List<Tag> expected, CorpusScheme scheme, List<Integer> lines) {
    int i = 0;
    while (found.get(i).equals(expected.get(i))) {
      i++;
    }
    return new CorpusProblem(
        file,
        lines.get(i),
        "found " + scheme.toFile(found.get(i)),
        "expected " + scheme.toFile(expected.get(i)) + " here (" + scheme + ")",
        "correct the tag, choose another scheme or let malformed spans be repaired");
  }

  /** Types with and without prefix in one file are a mistake in one of them. */
  private boolean hasSameForm(String tag) {
    if (tag.equals("O")) {
      return true;
    }
    boolean alone = !CorpusScheme.isPrefixed(tag);
    if (typesAlone == null) {
      typesAlone = alone;
    }
    return typesAlone == alone;
  }

  private @Nullable Tag parse(String tag) {
    Tag parsed = known.get(tag);
    if (parsed == null) {
      if (!isPrintable(tag)) {
        return null;
      }
      parsed =
          named
              .map(scheme -> scheme.parse(tag))
              .orElseGet(() -> CorpusScheme.parseAny(tag))
              .orElse(null);
      if (parsed == null) {
        return null; // The caller says where.
      }
      known.put(tag, parsed);
    }
    return parsed;
  }

  /** A blank at the end of a line, no-break or not, is no part of a type. */
  private static String withoutBlanks(String tag) {
    int start = 0;
    int end = tag.length();
    while (start < end && isBlank(tag.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(tag.charAt(end - 1))) {
      end--;
    }
    return tag.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c != '\u2028' && c != '\u2029' && (c == '\t' || Character.isSpaceChar(c));
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
