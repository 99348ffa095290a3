package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.trainer.io.TextFile;

/**
 * What the entity types of one corpus, or of a model, are called elsewhere, so that corpora
 * annotated by different rules can train one model, or score it. Immutable.
 *
 * <p>A map is a text file with a rule on each line. What follows a {@code #} at the start of a line
 * or after white space is a comment:
 *
 * <pre>{@code
 * PER = person
 * product = O        # annotated there, no entity here
 * LOC = geo | gpe    # one of the two, which is not told
 * gpe = location?    # a location or nothing: left open
 * misc = ?           # may be anything: left open
 * open time          # not annotated there: any O token may be in one
 * trim person Mr. Dr.   # annotated as parts of names there, not here
 * }</pre>
 *
 * <ul>
 *   <li>{@code X = T}: spans of X become spans of T. Adjacent spans that become one type stay two.
 *   <li>{@code X = O}: spans of X become {@code O}.
 *   <li>{@code X = T | U}: spans of X become spans of T that may be of U instead, see {@link
 *       Sentence#openTypes}. There may be more than two types.
 *   <li>{@code X = T?}: spans of X become {@code O} with the open type T on their tokens; {@code X
 *       = T | U?} leaves both open.
 *   <li>{@code X = ?}: spans of X become {@code O} with every type of the right sides and of the
 *       {@code open} lines open on their tokens.
 *   <li>{@code open T}: T is open on every token whose tag is {@code O} after these rules.
 *   <li>{@code trim T WORD...}: spans of T lose such words, in any case, from their start. A span
 *       of nothing else is none. There may be several such lines.
 * </ul>
 *
 * <p>Type names hold no white space, {@code =}, {@code |} or {@code ?}. Types that do not occur may
 * be named.
 */
public final class TypeMap {
  private static final String NAME = "[^\\s\\p{Cntrl}=|?]+";
  // Possessive, so that no line takes time in the square of its length, or stack for each bar.
  private static final Pattern BAR =
      Pattern.compile("\\s*+\\|\\s*+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern RULE =
      Pattern.compile(
          "\\s*+(?<type>"
              + NAME
              + ")\\s*+=\\s*+(?<targets>"
              + NAME
              + "(?:"
              + BAR
              + NAME
              + ")*+)?(?<open>\\?)?\\s*+",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern OPEN =
      Pattern.compile("\\s*+open\\s++(?<type>" + NAME + ")\\s*+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TRIM =
      Pattern.compile(
          "\\s*+trim\\s++(?<type>" + NAME + ")\\s++(?<words>[^\\p{Cntrl}=]++)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern COMMENT =
      Pattern.compile("(^|\\s)#.*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final String OUTSIDE = Tag.OUTSIDE.toString();

  private final Path file;
  private final Map<String, Rule> rules;
  private final SortedSet<String> everywhere;

  /** By type, words in lower case that spans lose from their start. */
  private final Map<String, Set<String>> trimmed;

  /** Line of the first rule that is more than {@code X = T} or {@code X = O}; 0 if none is. */
  private final int firstUndecidedLine;

  /**
   * What becomes of one type.
   *
   * @param spanType type of the spans; null if they become {@code O}
   * @param open types that are then open on their tokens
   */
  private record Rule(@Nullable String spanType, Set<String> open) {}

  private TypeMap(
      Path file,
      Map<String, Rule> rules,
      SortedSet<String> everywhere,
      Map<String, Set<String>> trimmed,
      int firstUndecidedLine) {
    this.file = file;
    this.rules = rules;
    this.everywhere = everywhere;
    this.trimmed = trimmed;
    this.firstUndecidedLine = firstUndecidedLine;
  }

  /**
   * Reads a map, in UTF-8.
   *
   * @throws CorpusException if the file is missing, holds no rule, has a line that is none, or two
   *     for one type; the message says where and what to do
   * @throws IOException if the disk fails
   */
  public static TypeMap read(Path file) throws IOException {
    Parser parser = new Parser(file);
    TextFile.read(file, CorpusException::new).forEachLine(parser::accept);
    return parser.build();
  }

  /**
   * Maps a corpus.
   *
   * @throws CorpusException naming the first sentence with a type for which there is no rule
   * @throws IllegalArgumentException if the corpus has open types, as one that was mapped before
   */
  public Corpus apply(Corpus corpus) throws CorpusException {
    List<Sentence> mapped = new ArrayList<>(corpus.sentences().size());
    for (Sentence sentence : corpus.sentences()) {
      if (!sentence.openTypes().isEmpty()) {
        throw new IllegalArgumentException(corpus.name() + " has open types: it is mapped already");
      }
      for (Span span : sentence.spans()) {
        if (!rules.containsKey(span.type())) {
          throw new CorpusException(
              Path.of(corpus.name()),
              sentence.line(),
              "found entity type '" + span.type() + "'",
              "expected one of " + new TreeSet<>(rules.keySet()) + ", the types of " + file,
              "add a line such as '" + span.type() + " = O' to the map");
        }
      }
      mapped.add(apply(sentence));
    }
    return corpus.withSentences(mapped);
  }

  /**
   * Checks that this maps the spans that a model predicts: there is a rule for each of its types,
   * and each says one type, for a model decides.
   *
   * @throws CorpusException naming the type without rule or the line that says more
   */
  public void requireModel(Set<String> types) throws CorpusException {
    if (firstUndecidedLine > 0) {
      throw new CorpusException(
          file,
          firstUndecidedLine,
          "found a rule that leaves a type open, or trims spans",
          "expected only 'X = T' and 'X = O' in the map of a model",
          "decide for a type or O");
    }
    for (String type : new TreeSet<>(types)) {
      if (!rules.containsKey(type)) {
        throw new CorpusException(
            file,
            0,
            "found no rule for '" + type + "'",
            "expected one for each type of the model",
            "add a line such as '" + type + " = O'");
      }
    }
  }

  /**
   * Maps spans of types for which there are rules; those that become {@code O} are left out.
   *
   * @param spans in order
   * @throws IllegalArgumentException if there is no rule for the type of one
   */
  public List<Span> apply(List<Span> spans) {
    List<Span> mapped = new ArrayList<>();
    for (Span span : spans) {
      String type = rule(span).spanType();
      if (type != null) {
        mapped.add(new Span(type, span.start(), span.end()));
      }
    }
    return mapped;
  }

  private Rule rule(Span span) {
    Rule rule = rules.get(span.type());
    if (rule == null) {
      throw new IllegalArgumentException(
          "found a span of type '"
              + span.type()
              + "', expected one of "
              + new TreeSet<>(rules.keySet())
              + ", the types of "
              + file);
    }
    return rule;
  }

  /** The types that spans get, in alphabetical order: those on the right sides without a mark. */
  public SortedSet<String> spanTypes() {
    SortedSet<String> types = new TreeSet<>();
    for (Rule rule : rules.values()) {
      if (rule.spanType() != null) {
        types.add(rule.spanType());
      }
    }
    return Collections.unmodifiableSortedSet(types);
  }

  private Sentence apply(Sentence sentence) {
    int length = sentence.tokens().size();
    List<Set<String>> open = new ArrayList<>(Collections.nCopies(length, everywhere));
    List<Span> spans = new ArrayList<>();
    for (Span span : sentence.spans()) {
      Rule rule = rule(span);
      String type = rule.spanType();
      int start = type == null ? span.start() : trimmedStart(type, span, sentence.tokens());
      Collections.fill(open.subList(start, span.end()), rule.open());
      if (type != null && start < span.end()) {
        spans.add(new Span(type, start, span.end()));
      }
    }
    return sentence.withSpans(spans, open);
  }

  private int trimmedStart(String type, Span span, List<String> tokens) {
    Set<String> words = trimmed.getOrDefault(type, Set.of());
    int start = span.start();
    while (start < span.end() && words.contains(tokens.get(start).toLowerCase(Locale.ROOT))) {
      start++;
    }
    return start;
  }

  /** Takes the lines of one file. */
  private static final class Parser {
    private final Path file;
    private final Map<String, Matcher> rules = new HashMap<>();
    private final SortedSet<String> everywhere = new TreeSet<>();
    private final Map<String, Set<String>> trimmed = new HashMap<>();
    private int firstUndecidedLine;

    Parser(Path file) {
      this.file = file;
    }

    void accept(String content, int line) throws CorpusException {
      String rule = COMMENT.matcher(content).replaceFirst("");
      if (!rule.isBlank()) {
        add(rule, line);
      }
    }

    private void add(String content, int line) throws CorpusException {
      Matcher open = OPEN.matcher(content);
      if (open.matches()) {
        String type = requireType(open.group("type"), line);
        if (!everywhere.add(type)) {
          throw twice("open " + type, line);
        }
        undecided(line);
        return;
      }
      Matcher trim = TRIM.matcher(content);
      if (trim.matches()) {
        String type = requireType(trim.group("type"), line);
        Set<String> words = trimmed.computeIfAbsent(type, t -> new HashSet<>());
        for (String word : SPACE.split(trim.group("words"), -1)) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
        undecided(line);
        return;
      }
      Matcher rule = RULE.matcher(content);
      if (!rule.matches() || (rule.group("targets") == null && rule.group("open") == null)) {
        throw new CorpusException(
            file,
            line,
            "found something that is no rule",
            "expected 'X = T', 'X = O', 'X = T | U', 'X = T?', 'X = ?', 'open T' or 'trim T WORD'",
            "correct the line or put # before it");
      }
      String type = requireType(rule.group("type"), line);
      List<String> targets = targets(rule);
      boolean undecided = rule.group("open") != null || targets.size() > 1;
      if (undecided) {
        for (String target : targets) {
          requireType(target, line);
        }
        if (new HashSet<>(targets).size() < targets.size()) {
          throw new CorpusException(
              file,
              line,
              "found one type twice",
              "expected different types between the bars",
              "leave one of them out");
        }
        undecided(line);
      }
      if (rules.putIfAbsent(type, rule) != null) {
        throw twice(type, line);
      }
    }

    private static List<String> targets(Matcher rule) {
      String targets = rule.group("targets");
      return targets == null ? List.of() : List.of(BAR.split(targets));
    }

    private void undecided(int line) {
      firstUndecidedLine = firstUndecidedLine == 0 ? line : firstUndecidedLine;
    }

    private String requireType(String name, int line) throws CorpusException {
      if (name.equals(OUTSIDE)) {
        throw new CorpusException(
            file,
            line,
            "found O as a type",
            "expected the name of a type, for O means none",
            "write 'open T' for a type that any O token may have");
      }
      return name;
    }

    private CorpusException twice(String rule, int line) {
      return new CorpusException(
          file,
          line,
          "found a second rule for '" + rule + "'",
          "expected one for each type",
          "leave one of them out");
    }

    TypeMap build() throws CorpusException {
      if (rules.isEmpty() && everywhere.isEmpty()) {
        throw new CorpusException(
            file, 0, "found no rule", "expected lines such as 'PER = person'", "name every type");
      }
      SortedSet<String> all = new TreeSet<>(everywhere);
      for (Matcher rule : rules.values()) {
        all.addAll(targets(rule));
      }
      all.remove(OUTSIDE);
      Map<String, Rule> built = new HashMap<>();
      rules.forEach((type, rule) -> built.put(type, rule(rule, all)));
      return new TypeMap(file, built, everywhere, trimmed, firstUndecidedLine);
    }

    private Rule rule(Matcher rule, SortedSet<String> all) {
      List<String> targets = targets(rule);
      if (targets.isEmpty()) {
        return new Rule(null, all);
      }
      if (targets.get(0).equals(OUTSIDE)) {
        return new Rule(null, everywhere);
      }
      if (rule.group("open") == null) {
        return new Rule(targets.get(0), new TreeSet<>(targets.subList(1, targets.size())));
      }
      Set<String> open = new TreeSet<>(everywhere);
      open.addAll(targets);
      return new Rule(null, open);
    }
  }
}
