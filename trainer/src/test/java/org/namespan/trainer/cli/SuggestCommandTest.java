package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.cli.CommandRun.SECRET;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.document.AnnotatedText;
import org.namespan.trainer.document.TextFormats;

class SuggestCommandTest {

  /** What the model of {@link SmallRun} knows well, twice, and what it has never seen. */
  private static final String TEXT =
      """
      Otto lives in Paris .

      Walter Grunwald of Kassel hired Sybil Ferrara yesterday .
      Otto lives in Paris .
      Walter Grunwald of Kassel hired Sybil Ferrara today .
      Nothing is new here .
      Emil Koch lives in New York .
      """;

  @TempDir private Path folder;

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static CommandRun suggest(Object... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("suggest", "--model", SmallRun.model()), Arrays.stream(more))
            .toArray());
  }

  private static List<AnnotatedText> read(Path file, String format) throws IOException {
    return TextFormats.named(format).orElseThrow().read(file, Optional.empty()).texts();
  }

  private static List<String> texts(Path file) throws IOException {
    return read(file, "doccano").stream().map(AnnotatedText::text).toList();
  }

  @Test
  void theUnknownComesFirstAndNearCopiesOnce() throws IOException {
    Path out = folder.resolve("next.jsonl");
    CommandRun run =
        suggest("--text", text("raw.txt", TEXT), "--to", "doccano", "--out", out).assertOk();
    List<String> suggested = texts(out);
    assertEquals(4, suggested.size(), "a copy and a near copy are left out: " + suggested);
    assertTrue(suggested.get(0).startsWith("Walter Grunwald of Kassel"), suggested.toString());
    assertTrue(run.out().startsWith(out + ": 4 texts, "), run.out());
    assertTrue(run.err().startsWith("6 texts read"), run.err());
    List<String> lines = Files.readAllLines(out);
    double before = Double.POSITIVE_INFINITY;
    for (String line : lines) {
      double score = Double.parseDouble(line.replaceAll(".*\"score\":([-0-9.E]+).*", "$1"));
      assertTrue(score <= before, lines.toString());
      before = score;
    }

    Path packed = folder.resolve("raw.txt.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(packed, bytes.toByteArray());
    Path second = folder.resolve("second.jsonl");
    suggest("--text", packed, "--to", "doccano", "--out", second).assertOk();
    assertEquals(Files.readString(out), Files.readString(second));
    suggest("--text", packed, "--to", "doccano", "--out", second, "--count", 2).assertOk();
    assertEquals(suggested.subList(0, 2), texts(second));
  }

  /** A committee of the same model twice is as unsure as the model. */
  @Test
  void severalModelsAreACommittee() throws IOException {
    Path raw = text("raw.txt", TEXT);
    Path one = folder.resolve("one.jsonl");
    Path two = folder.resolve("two.jsonl");
    suggest("--text", raw, "--to", "doccano", "--out", one).assertOk();
    suggest("--model", SmallRun.model(), "--text", raw, "--to", "doccano", "--out", two).assertOk();
    assertEquals(texts(one), texts(two));
  }

  @ParameterizedTest
  @ValueSource(strings = {"doccano", "prodigy", "spacy", "label-studio-predictions", "brat"})
  void everyFormatIsReadBackByConvert(String format) throws IOException {
    String extension = format.startsWith("label") ? ".json" : ".jsonl";
    Path out = folder.resolve(format.equals("brat") ? "brat" : "next" + extension);
    Path raw = text("raw.txt", TEXT);
    suggest("--text", raw, "--to", format, "--out", out).assertOk();
    Path columns = folder.resolve("corrected.conll");
    CommandRun.of(
            "convert",
            "--data",
            out,
            "--from",
            format,
            "--model",
            SmallRun.model(),
            "--to",
            "conll",
            "--out",
            columns)
        .assertOk();
    Corpus corpus = CorpusFormats.read(columns);
    assertEquals(4, corpus.sentences().size());
    List<String> otto =
        corpus.sentences().stream()
            .filter(sentence -> sentence.tokens().get(0).equals("Otto"))
            .flatMap(sentence -> sentence.spans().stream())
            .map(span -> span.type() + span.start() + span.end())
            .toList();
    assertEquals(List.of("per01", "geo34"), otto);
  }

  @Test
  void whatIsLabelledIsNotSuggested() throws IOException {
    Path labelled = text("labelled.conll", "Otto\tB-per\nlives\tO\nin\tO\nParis\tB-geo\n.\tO\n\n");
    Path prodigy = text("labelled.jsonl", "{\"text\":\"Nothing is new here .\",\"spans\":[]}\n");
    Path out = folder.resolve("next.jsonl");
    CommandRun run =
        suggest(
                "--text",
                text("raw.txt", TEXT),
                "--exclude",
                labelled,
                "--exclude",
                prodigy,
                "--to",
                "doccano",
                "--out",
                out)
            .assertOk();
    assertEquals(2, texts(out).size(), texts(out).toString());
    assertTrue(run.err().contains("labelled already: 3"), run.err());
    assertFalse(texts(out).contains("Nothing is new here ."));
  }

  /** Quotation marks are not shown to a network, and a line may hold nothing else. */
  @Test
  void linesOfSignsAreNoFailure() throws IOException {
    Path out = folder.resolve("next.jsonl");
    Path raw = text("signs.txt", "\"\n\" \"\n...\n\u200b\nOtto left .\n");
    suggest("--text", raw, "--to", "doccano", "--out", out).assertOk();
    assertTrue(texts(out).contains("Otto left ."), texts(out).toString());
  }

  @Test
  void readsCorporaAndSingleSentences() throws IOException {
    Path out = folder.resolve("next.jsonl");
    suggest("--data", SmallRun.corpusFile(), "--to", "doccano", "--out", out, "--count", 3)
        .assertOk();
    assertEquals(3, texts(out).size());
    Path raw = text("raw.jsonl", "{\"text\":\"Otto lives in Oslo . Mia Lind is far .\"}\n");
    suggest("--data", raw, "--from", "prodigy", "--to", "doccano", "--out", out).assertOk();
    assertEquals(List.of("Otto lives in Oslo . Mia Lind is far ."), texts(out));
    suggest("--data", raw, "--from", "prodigy", "--to", "doccano", "--out", out, "--sentences")
        .assertOk();
    assertTrue(
        List.copyOf(texts(out)).stream().allMatch(text -> text.endsWith(" .")),
        texts(out).toString());
  }

  @Test
  void refusals() throws IOException {
    Path raw = text("raw.txt", TEXT);
    Path out = folder.resolve("next.jsonl");
    Map<String, String> before = CommandRun.contents(folder);
    suggest("--text", raw, "--to", "word", "--out", out).assertNotUnderstood("--to is 'word'");
    suggest("--text", raw, "--to", "conll", "--out", out).assertNotUnderstood("--to is 'conll'");
    suggest("--text", raw, "--from", "x", "--to", "spacy", "--out", out)
        .assertNotUnderstood("--from is 'x'");
    suggest("--text", raw, "--to", "spacy", "--out", out, "--count", 0)
        .assertNotUnderstood("--count is 0");
    suggest("--text", raw, "--data", raw, "--to", "spacy", "--out", out)
        .assertNotUnderstood("exclusive");
    suggest("--text", raw, "--to", "spacy", "--out", raw).assertRefused(raw, "written over");
    suggest("--text", raw, "--to", "spacy", "--out", out, "--max-length", 2)
        .assertRefused(raw, "found no text to suggest");
    suggest("--text", folder, "--to", "spacy", "--out", out)
        .assertRefused(folder, "is a directory");
    suggest("--text", folder.resolve("none.txt"), "--to", "spacy", "--out", out)
        .assertRefused("none.txt", "");
    assertEquals(before, CommandRun.contents(folder));
    Path binary = text("binary.txt", "Otto left .\n" + SECRET + "\0\n");
    suggest("--text", binary, "--to", "spacy", "--out", out).assertRefused(binary + ":2", "NUL");
    Path latin =
        Files.write(folder.resolve("latin.txt"), new byte[] {'a', '\n', (byte) 0xe9, '\n'});
    suggest("--text", latin, "--to", "spacy", "--out", out)
        .assertRefused(latin + ":2", "not UTF-8");
  }
}
