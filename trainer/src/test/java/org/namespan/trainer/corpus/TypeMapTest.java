package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.corpus.CorpusFiles.assertRefused;
import static org.namespan.trainer.corpus.CorpusFiles.show;
import static org.namespan.trainer.corpus.CorpusFiles.write;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.SharedData;

class TypeMapTest {
  private static final Map<String, String> TARGETS =
      Map.of(
          "= T",
          "T",
          "= U",
          "U",
          "= O",
          "",
          "= T?",
          "",
          "= V?",
          "",
          "= ?",
          "",
          "= T | V",
          "T",
          "= U|T|W",
          "U",
          "= T | V?",
          "");

  private static final Path MAPS = Path.of("../sdk/model-en/maps");

  @TempDir Path folder;

  private TypeMap map(String text) throws IOException {
    return TypeMap.read(write(folder, "a.map", text));
  }

  private Corpus corpus(String... rows) throws IOException {
    return CorpusFiles.read(write(folder, "a.conll", String.join("\n", rows) + "\n"));
  }

  private static List<Set<String>> open(Corpus corpus, int sentence) {
    return corpus.sentences().get(sentence).openTypes();
  }

  @Test
  void everyKindOfRule() throws IOException {
    TypeMap map =
        map(
            """
            # all of them
            PER=person
              ORG = organisation # a comment
            product = O
            gpe = location?
            misc\t=\t?
            open time
            """);
    Corpus mapped =
        map.apply(
            corpus(
                "Ann B-PER",
                "Berg I-PER",
                "of B-ORG",
                "Gizmo B-product",
                "French B-gpe",
                "x O",
                "thing B-misc"));
    assertEquals(
        "Ann/B-person Berg/I-person of/B-organisation Gizmo/O French/O x/O thing/O", show(mapped));
    assertEquals(
        List.of(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of("time"),
            Set.of("location", "time"),
            Set.of("time"),
            Set.of("location", "organisation", "person", "time")),
        open(mapped, 0));
    assertEquals(Set.of("person", "organisation"), map.spanTypes());
    assertEquals(Set.of("location", "organisation", "person", "time"), mapped.types());
  }

  @Test
  void spansOfOneOfSeveralTypes() throws IOException {
    TypeMap map = map("LOC = geo | gpe|org\nPER = per\nopen tim\n");
    Corpus mapped = map.apply(corpus("New B-LOC", "York I-LOC", "Ann B-PER", "x O"));
    assertEquals("New/B-geo York/I-geo Ann/B-per x/O", show(mapped));
    assertEquals(
        List.of(Set.of("gpe", "org"), Set.of("gpe", "org"), Set.of(), Set.of("tim")),
        open(mapped, 0));
    assertEquals(Set.of("geo", "gpe", "org", "per", "tim"), mapped.types());
    assertEquals(Set.of("geo", "per"), map.spanTypes());
  }

  @Test
  void trimsWordsFromTheStartOfSpans() throws IOException {
    TypeMap map = map("PER = per | gpe\nX = O\nopen tim\ntrim per Mr. President\ntrim per mrs.\n");
    Corpus mapped =
        map.apply(
            corpus(
                "PRESIDENT B-PER", "Mr. I-PER", "Lee I-PER", "Mr. I-PER", "Mrs. B-PER", "Mr. B-X"));
    assertEquals("PRESIDENT/O Mr./O Lee/B-per Mr./I-per Mrs./O Mr./O", show(mapped));
    Set<String> time = Set.of("tim");
    assertEquals(List.of(time, time, Set.of("gpe"), Set.of("gpe"), time, time), open(mapped, 0));
  }

  @Test
  void adjacentSpansOfOneTypeStayTwo() throws IOException {
    Corpus mapped =
        map("geo = LOC\ngpe = LOC\n").apply(corpus("a B-geo", "b I-geo", "c B-gpe", "d B-gpe"));
    assertEquals("a/B-LOC b/I-LOC c/B-LOC d/B-LOC", show(mapped));
  }

  @Test
  void nothingIsOpenWithoutOpenRules() throws IOException {
    Corpus mapped = map("per = PER\ngeo = O\n").apply(corpus("a B-per", "b B-geo", "c O"));
    assertEquals(List.of(), open(mapped, 0));
    assertEquals(Set.of(), mapped.sentences().get(0).openTypes(1));
    assertEquals(Set.of("PER"), mapped.types());
  }

  @Test
  void nameLinesAndRepairsStay() throws IOException {
    Corpus corpus = corpus("a O", "", "b I-per", "", "c O");
    Corpus mapped = map("per = PER").apply(corpus);
    assertEquals("a.conll", mapped.name());
    assertEquals(List.of(1, 3, 5), CorpusFiles.lines(mapped));
    assertEquals(1, mapped.repaired());
  }

  @Test
  void typesWithOddNames() throws IOException {
    Corpus mapped = map("open = O-x\nC# = c#?\n").apply(corpus("a B-open", "b B-C#"));
    assertEquals("a/B-O-x b/O", show(mapped));
    assertEquals(Set.of("c#"), mapped.sentences().get(0).openTypes(1));
  }

  @Test
  void namesTheTypeWithoutRule() throws IOException {
    TypeMap map = map("per = person\ngeo = O\n");
    Corpus corpus = corpus("secret B-per", "", "secret O", "secret B-tim");
    assertRefused("a.conll:3", "'tim = O' to the map", () -> map.apply(corpus));
    assertRefused("a.conll:3", "[geo, per], the types of " + folder, () -> map.apply(corpus));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "secret =",
        "= secret",
        "a b = secret",
        "a = b c",
        "a = b = c",
        "a? = b",
        "a = b??",
        "a = ??",
        "open",
        "open a b",
        "open a?",
        "Open a",
        "a = b |",
        "a = | b",
        "a = b || c",
        "a = b? | c",
        "a | b = c",
        "trim",
        "trim a",
        "Trim a b",
        "a : b",
        "a\u2028b = c"
      })
  void namesTheLineThatIsNoRule(String line) throws IOException {
    Path file = write(folder, "a.map", "\uFEFFx = y\r\n\r\n" + line + "\r\n");
    assertRefused(file + ":3", "no rule", () -> TypeMap.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"O = x", "x = O?", "open O", "x = O | y", "x = y | O", "trim O the"})
  void outsideIsNoType(String line) throws IOException {
    Path file = write(folder, "a.map", line);
    assertRefused(file + ":1", "found O as a type", () -> TypeMap.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x = y | y", "x = y | z | y?"})
  void namesTheTypeThatStandsTwice(String line) throws IOException {
    Path file = write(folder, "a.map", line);
    assertRefused(file + ":1", "found one type twice", () -> TypeMap.read(file));
  }

  @ParameterizedTest
  @CsvSource({"x = y,x=y", "x = y,x = ?", "open x,open x"})
  void namesTheSecondRule(String first, String second) throws IOException {
    Path file = write(folder, "a.map", first + "\n" + second + "\n");
    assertRefused(file + ":2", "second rule for '", () -> TypeMap.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n\n"})
  void refusesAMapWithoutRules(String text) throws IOException {
    Path file = write(folder, "a.map", text);
    assertRefused(file.toString(), "no rule", () -> TypeMap.read(file));
  }

  @Test
  void mapsTheSpansOfAModel() throws IOException, CorpusException {
    TypeMap map = map("geo = LOC\ngpe = LOC\ntim = O\nother = MISC");
    map.requireModel(Set.of("geo", "gpe", "tim"));
    assertEquals(
        List.of(new Span("LOC", 0, 2), new Span("LOC", 2, 3)),
        map.apply(List.of(new Span("geo", 0, 2), new Span("gpe", 2, 3), new Span("tim", 4, 5))));
    assertRefused(
        folder.resolve("a.map").toString(),
        "no rule for 'art'",
        () -> map.requireModel(Set.of("per", "geo", "art")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"geo = LOC?", "geo = ?", "open LOC", "geo = LOC | ORG", "trim PER Mr."})
  void modelLeavesNothingOpen(String line) throws IOException {
    TypeMap map = map("per = PER\n" + line + "\nopen time\n");
    assertRefused(
        folder.resolve("a.map") + ":2",
        "leaves a type open",
        () -> map.requireModel(Set.of("per")));
  }

  /** The maps beside the bundled model, on the types that the data sets have. */
  @org.junit.jupiter.api.Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "gmb, gmb/ner_dataset.csv.gz, 13496 17079 32069 17228, geo",
    "uner, uner-ewt/en_ewt-ud-dev.iob2, 343 224 399 0, art eve gpe nat tim",
    "wnut17, wnut17/wnut17train.conll, 660 485 548 0, eve gpe nat tim",
    "btc, btc/g.conll, 1802 1498 1385 0, art eve gpe nat tim",
    "docred, corpora/docred.conll.gz, 9648 7315 13962 8138, art eve nat",
  })
  void mapsTheDataSets(String map, String data, String counts, String open) throws IOException {
    Corpus corpus = CorpusFiles.read(SharedData.require(data));
    Corpus mapped = TypeMap.read(MAPS.resolve(map + ".map")).apply(corpus);
    StringBuilder found = new StringBuilder();
    for (String type : List.of("per", "org", "geo", "tim")) {
      found.append(found.isEmpty() ? "" : " ");
      found.append(
          mapped.sentences().stream()
              .flatMap(sentence -> sentence.spans().stream())
              .filter(span -> span.type().equals(type))
              .count());
    }
    assertEquals(counts, found.toString());
    Set<String> left = new TreeSet<>();
    mapped.sentences().forEach(sentence -> sentence.openTypes().forEach(left::addAll));
    assertEquals(open, String.join(" ", left));
  }

  @Test
  void mapOfTheBundledModel() throws IOException {
    TypeMap map = TypeMap.read(MAPS.resolve("score/model.map"));
    map.requireModel(Set.of("art", "eve", "geo", "gpe", "nat", "org", "per", "tim"));
    assertEquals(Set.of("PER", "ORG", "LOC"), map.spanTypes());
  }

  @Test
  void refusesToMapTwice() throws IOException {
    TypeMap map = map("a = a\nopen time");
    Corpus mapped = map.apply(corpus("x O"));
    assertThrows(IllegalArgumentException.class, () -> map.apply(mapped));
  }

  @Provide
  Arbitrary<List<Sentence>> sentences() {
    return CorpusArbitraries.sentences(Arbitraries.of("a", "b")).list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> rules() {
    return Arbitraries.of(TARGETS.keySet().stream().sorted().toList());
  }

  /** Token by token: spans keep their prefixes, whatever stands beside them. */
  @Property(seed = "20", tries = 500)
  void agreesWithTheRulesOfEachToken(
      @ForAll("sentences") List<Sentence> sentences,
      @ForAll("rules") String per,
      @ForAll("rules") String work,
      @ForAll boolean openU,
      @ForAll boolean openW)
      throws IOException {
    String text = "per " + per + "\ncreative-work " + work + "\n";
    text += (openU ? "open U\n" : "") + (openW ? "open W\n" : "");
    Path file = Files.createTempFile("namespan", ".map");
    try {
      Files.writeString(file, text);
      Corpus mapped = TypeMap.read(file).apply(new Corpus("a", sentences, 0));
      Set<String> all = new TreeSet<>();
      for (String type : List.of("T", "U", "V", "W")) {
        if (Pattern.compile("[ |]" + type + "\\b").matcher(text).find()) {
          all.add(type);
        }
      }
      Set<String> seen = new TreeSet<>();
      for (int s = 0; s < sentences.size(); s++) {
        Sentence before = sentences.get(s);
        Sentence after = mapped.sentences().get(s);
        assertEquals(before.tokens(), after.tokens());
        for (int i = 0; i < before.tokens().size(); i++) {
          Tag tag = before.tags(TagScheme.BIO).get(i);
          String rule =
              switch (tag.type()) {
                case "" -> "= O";
                case "per" -> per;
                default -> work;
              };
          String target = TARGETS.get(rule);
          assertEquals(
              target.isEmpty() ? "O" : tag.prefix() + "-" + target,
              after.tags(TagScheme.BIO).get(i).toString());
          Set<String> open = new TreeSet<>();
          if (target.isEmpty()) {
            open.addAll(openU ? Set.of("U") : Set.of());
            open.addAll(openW ? Set.of("W") : Set.of());
            open.addAll(rule.equals("= ?") ? all : Set.of());
            open.addAll(rule.endsWith("?") ? types(rule) : Set.of());
          } else {
            open.addAll(types(rule));
            open.remove(target);
          }
          assertEquals(List.copyOf(open), List.copyOf(after.openTypes(i)));
          seen.addAll(open);
          seen.addAll(target.isEmpty() ? Set.of() : Set.of(target));
        }
      }
      assertEquals(seen, mapped.types());
    } finally {
      Files.delete(file);
    }
  }

  /** The types that a rule names: its letters but O. */
  private static Set<String> types(String rule) {
    return rule.chars()
        .filter(c -> Character.isLetter(c) && c != 'O')
        .mapToObj(Character::toString)
        .collect(Collectors.toSet());
  }

  @Test
  void concatKeepsOrderAndSums() throws IOException {
    Corpus first = corpus("a I-per", "", "b O");
    Corpus second =
        new Corpus("b", List.of(Sentence.of(List.of("c"), List.of(new Span("geo", 0, 1)), 7)), 2);
    Corpus both = Corpus.concat(List.of(first, second, first));
    assertEquals("a.conll + b", both.name());
    assertEquals("a/B-per|b/O|c/B-geo|a/B-per|b/O", show(both));
    assertEquals(4, both.repaired());
    assertThrows(IllegalArgumentException.class, () -> Corpus.concat(List.of()));
  }

  @Test
  void writerRefusesOpenTypes() throws IOException {
    List<Sentence> mapped =
        map("per = per?").apply(corpus("secret O", "", "secret B-per")).sentences();
    Path out = folder.resolve("out.conll");
    assertRefused(
        out.toString(),
        "sentence 2 has open types",
        () -> CorpusWriter.write(mapped, out, TagScheme.BIO));
  }

  @Test
  void aRuleMayNameAnyNumberOfTypes() throws IOException {
    String targets =
        IntStream.range(0, 20_000).mapToObj(i -> "T" + i).collect(Collectors.joining(" | "));
    assertEquals(Set.of("T0", "T7"), map("X = " + targets + "\nY = T7\n").spanTypes());
  }

  private long nanosToRefuse(String line) throws IOException {
    Path file = write(folder, "hostile.map", line + "\n");
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThrows(CorpusException.class, () -> TypeMap.read(file));
    return threads.getCurrentThreadCpuTime() - start;
  }

  /** Four times the line takes four times as long; quadratic time would be sixteen. */
  @ParameterizedTest
  @ValueSource(strings = {"trim X%s=", "X =%s=", "X = T%s=", "X%s", "open X%s=", "X = T |%s|"})
  void timeIsLinear(String line) throws IOException {
    String spaces = " ".repeat(50_000);
    long once = Long.MAX_VALUE;
    long fourTimes = Long.MAX_VALUE;
    for (int run = 0; run < 40 && fourTimes > 4.6 * once; run++) {
      once = Math.min(once, nanosToRefuse(String.format(line, spaces)));
      fourTimes = Math.min(fourTimes, nanosToRefuse(String.format(line, spaces.repeat(4))));
    }
    assertTrue(fourTimes <= 4.6 * once, line + ": " + once + " and " + fourTimes);
  }
}
