package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The everyday sentences that models are measured on keep the form that their README states. */
class EverydayTextTest {
  private static final Path FOLDER = Path.of("../sdk/model-en/everyday");

  private static final List<String> GENRES =
      List.of("mail", "chat", "shop", "travel", "news", "sport", "forms", "headlines");

  /** In the order of the README's columns. */
  private static final List<String> TYPES =
      List.of("per", "org", "geo", "gpe", "tim", "art", "eve", "nat");

  private static Corpus genre(String name) throws IOException {
    return CorpusFormats.CONLL.read(
        FOLDER.resolve(name + ".conll"),
        ReaderOptions.DEFAULT.withScheme(CorpusScheme.BIO).withRepairPolicy(RepairPolicy.FAIL));
  }

  private static Corpus all() throws IOException {
    List<Corpus> genres = new ArrayList<>();
    for (String genre : GENRES) {
      genres.add(genre(genre));
    }
    return Corpus.concat(genres);
  }

  private static String row(String name, Corpus corpus) {
    StringBuilder row = new StringBuilder("| " + name);
    long without = corpus.sentences().stream().filter(s -> s.spans().isEmpty()).count();
    row.append(" | ").append(corpus.sentences().size());
    row.append(" | ").append(corpus.tokenCount());
    row.append(" | ").append(without);
    for (String type : TYPES) {
      long spans =
          corpus.sentences().stream()
              .flatMap(s -> s.spans().stream())
              .filter(span -> span.type().equals(type))
              .count();
      row.append(" | ").append(spans);
    }
    return row.append(" | ").append(corpus.spanCount()).append(" |").toString();
  }

  @Test
  void oneFileForEachGenre() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          GENRES.stream().map(genre -> genre + ".conll").sorted().toList(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("README.md"))
              .sorted()
              .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail", "chat", "shop", "travel", "news", "sport", "forms", "headlines"})
  void wellFormedWithTwentyFiveSentences(String genre) throws IOException {
    Corpus corpus = genre(genre);
    assertEquals(25, corpus.sentences().size());
    assertTrue(TYPES.containsAll(corpus.types()), () -> corpus.types().toString());
  }

  @Test
  void enoughEntitiesOfEveryType() throws IOException {
    Corpus all = all();
    assertEquals(Set.copyOf(TYPES), all.types());
    assertTrue(all.spanCount() >= 200);
  }

  @Test
  void noSentenceTwice() throws IOException {
    Set<String> seen = new HashSet<>();
    for (Sentence sentence : all().sentences()) {
      String words = String.join(" ", sentence.tokens()).toLowerCase(Locale.ROOT);
      assertTrue(seen.add(words), words);
    }
  }

  @Test
  void readmeStatesTheCounts() throws IOException {
    List<String> readme = Files.readAllLines(FOLDER.resolve("README.md"));
    for (String genre : GENRES) {
      assertTrue(readme.contains(row(genre, genre(genre))), row(genre, genre(genre)));
    }
    assertTrue(readme.contains(row("**all**", all())), row("**all**", all()));
  }
}
