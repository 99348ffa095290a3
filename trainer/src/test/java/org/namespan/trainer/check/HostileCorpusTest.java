package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.check.CorpusPart.DEV;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.ReaderOptions;
import org.namespan.trainer.corpus.Sentence;

/** Corpora that no one meant to train on. */
class HostileCorpusTest {
  @TempDir Path folder;

  private CheckReport report(String train) throws IOException {
    return CheckReport.of(
        CheckFiles.corpora(CheckFiles.read(folder, TRAIN, train, ReaderOptions.DEFAULT)),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n \n\t\n", "\uFEFF", "\r\r\r"})
  void nothingToCheck(String text) throws IOException {
    CheckReport report = report(text);
    assertEquals(0, report.counts().get(0).sentences());
    assertEquals(List.of("bad-lines"), found(report));
    assertTrue(CheckText.of(report, 0).contains("found no sentence"));
    assertEquals(
        0,
        CheckJson.of(report)
            .getAsJsonArray("parts")
            .get(0)
            .getAsJsonObject()
            .get("tokens")
            .getAsInt());
  }

  private static List<String> found(CheckReport report) {
    return report.findings().stream()
        .filter(finding -> !finding.cases().isEmpty())
        .map(finding -> finding.kind().id())
        .toList();
  }

  @Test
  void oneTypeOnly() throws IOException {
    CheckReport report = report("a B-per\n".repeat(60));
    assertEquals(List.of(), found(report));
    assertEquals(60, report.counts().get(0).entities());
  }

  @Test
  void aVeryLongTokenAndAVeryLongSentence() throws IOException {
    String token = "é".repeat(1_000_000);
    CheckReport report = report(token + " B-per\n" + "x O\n".repeat(200_000));
    assertEquals(200_001, report.counts().get(0).longestLength());
    String text = CheckText.of(report, 1);
    assertTrue(text.lines().allMatch(line -> line.length() < 400));
  }

  /** Every line is broken: what is told is told once for each. */
  @Test
  void manyBrokenLines() throws IOException {
    CheckReport report = report("secret\n".repeat(300_000));
    assertEquals(300_001, report.findings().get(0).cases().size());
    String text = CheckText.of(report, 10);
    assertTrue(text.contains("and 299,991 more"), text);
    assertTrue(text.lines().count() < 30, text);
  }

  /** One name in every sentence, and one sentence in every place. */
  @Test
  void manyMentionsOfOneName() throws IOException {
    CheckReport report =
        report("Bonn B-geo\nis O\nfar O\n\n".repeat(50_000) + "Bonn B-per\nis O\nfar O\n");
    assertEquals(List.of("conflicts", "copies", "several-types", "rare-types"), found(report));
    assertEquals(1, report.findings().stream().mapToInt(f -> f.cases().size()).max().orElseThrow());
  }

  @Provide
  Arbitrary<String> tokens() {
    Arbitrary<String> odd = Arbitraries.of("\u200B", ".", "''", "Ã©", "\uD83D\uDE00", "5", " ");
    return Arbitraries.oneOf(odd, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(4))
        .filter(HostileCorpusTest::isToken);
  }

  private static boolean isToken(String text) {
    try {
      new Sentence(List.of(text), List.of());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whatever the words are, a report can be written of them, a line for each line. */
  @Property(tries = 200)
  void anyTokens(@ForAll List<@net.jqwik.api.From("tokens") String> tokens) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    for (String token : tokens) {
      sentences.add(new Sentence(List.of(token, "x", token), List.of(new Span("per", 0, 2))));
      sentences.add(new Sentence(List.of(token, token), List.of(new Span("geo", 1, 2))));
    }
    CheckReport report =
        CheckReport.of(
            CheckFiles.corpora(CheckFiles.of(TRAIN, sentences), CheckFiles.of(DEV, sentences)),
            List.of());
    String text = CheckText.of(report, 0);
    assertTrue(text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), text);
    assertEquals(
        FindingKind.OF_TAGS.size() - 2, CheckJson.of(report).getAsJsonArray("findings").size());
  }
}
