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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;

class LabelCommandTest {

  private static final String TEXT =
      "Otto lives in Paris .\n\nEmil Koch lives in New York .\nAnna Berg lives in Oslo .\n";

  @TempDir private Path folder;

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static CommandRun label(Object... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("label", "--model", SmallRun.model()), Arrays.stream(more))
            .toArray());
  }

  /** {@code "Otto/B-per lives/O"}: each token with its likeliest label. */
  private static String likeliest(SoftCorpus corpus, SoftSentence sentence) {
    StringBuilder line = new StringBuilder();
    for (int t = 0; t < sentence.tokens().size(); t++) {
      int best = 0;
      for (int i = 1; i < sentence.weights()[t].length; i++) {
        best = sentence.weights()[t][i] > sentence.weights()[t][best] ? i : best;
      }
      String label = corpus.labels().get(sentence.labels()[t][best]);
      line.append(t == 0 ? "" : " ").append(sentence.tokens().get(t)).append('/').append(label);
    }
    return line.toString();
  }

  private static List<String> likeliest(SoftCorpus corpus) {
    return corpus.sentences().stream().map(s -> likeliest(corpus, s)).sorted().toList();
  }

  @Test
  void labelsTextThatATrainingLearnsFrom() throws IOException {
    Path out = folder.resolve("deeper/text.soft.gz");
    CommandRun run = label("--text", text("text.txt", TEXT), "--out", out).assertOk();
    assertEquals(out + ": 3 sentences, 18 tokens\n", run.out());
    assertEquals(1, Files.list(out.getParent()).count());
    SoftCorpus soft = SoftCorpus.read(out);
    assertEquals(List.of("O", "B-geo", "I-geo", "B-per", "I-per"), soft.labels());
    assertEquals(
        List.of(
            "Anna/B-per Berg/I-per lives/O in/O Oslo/B-geo ./O",
            "Emil/B-per Koch/I-per lives/O in/O New/B-geo York/I-geo ./O",
            "Otto/B-per lives/O in/O Paris/B-geo ./O"),
        likeliest(soft));

    Object[] train = SmallRun.arguments(SmallRun.corpusFile(), folder.resolve("run"));
    train[Arrays.asList(train).indexOf("--epochs") + 1] = "1";
    CommandRun.of(Stream.concat(Arrays.stream(train), Stream.of("--soft", out)).toArray())
        .assertOk();
    // A run learns from the same soft labels to its end.
    CommandRun.of(Stream.concat(Arrays.stream(train), Stream.of("--resume")).toArray())
        .assertRefused("checkpoint", "other training or dev sentences");
  }

  @Test
  void sameSeedSameLinesUntilThereAreEnoughTokens() throws IOException {
    StringBuilder lines = new StringBuilder("\uFEFF");
    for (int i = 0; i < 40; i++) {
      lines.append("Otto said ").append(i).append(" .\n");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path plain = text("plain.txt", lines.toString());
    Path gzip = Files.write(folder.resolve("text.gz"), packed.toByteArray());
    Path out = folder.resolve("a.gz");
    label("--text", plain, "--tokens", 30, "--out", out).assertOk();
    List<String> first = likeliest(SoftCorpus.read(out));
    assertEquals(8, first.size(), "8 sentences of 4 tokens are the first to hold 30");
    assertTrue(first.stream().allMatch(line -> line.startsWith("Otto/")), first.toString());
    label("--text", gzip, "--tokens", 30, "--out", out).assertOk();
    assertEquals(first, likeliest(SoftCorpus.read(out)));
    label("--text", plain, "--tokens", 30, "--seed", 2, "--out", out).assertOk();
    assertFalse(first.equals(likeliest(SoftCorpus.read(out))));
  }

  @Test
  void leavesOutLongSentences() throws IOException {
    Path out = folder.resolve("a.gz");
    Path text = text("text.txt", TEXT);
    label("--text", text, "--max-length", 5, "--out", out).assertOk();
    assertEquals(
        List.of("Otto/B-per lives/O in/O Paris/B-geo ./O"), likeliest(SoftCorpus.read(out)));
    Map<String, String> before = CommandRun.contents(folder);
    label("--text", text, "--max-length", 4, "--out", folder.resolve("new.gz"))
        .assertRefused(text, "no sentence of at most 4 tokens");
    assertEquals(before, CommandRun.contents(folder));
  }

  @Test
  void tellsWhereModelsDisagreeWithAnAnnotation() throws IOException {
    // Line 6 follows a blank one; Otto is annotated as a place, and "in" as part of one.
    Path data =
        text(
            "data.conll",
            "Otto\tO\nlives\tO\nin\tO\nOslo\tB-geo\n.\tO\n\n"
                + "Otto\tB-geo\nlives\tI-geo\nin\tO\nParis\tB-geo\n.\tO\n\n"
                + "Otto\tB-per\nlives\tO\nin\tO\nParis\tB-geo\n.\tO\n\n");
    Path out = folder.resolve("a.gz");
    Path table = folder.resolve("tables/a.tsv");
    CommandRun run = label("--data", data, "--out", out, "--disagreements", table).assertOk();
    assertEquals(out + ": 3 sentences, 15 tokens\n", run.out());
    assertEquals(3, SoftCorpus.read(out).sentences().size());
    List<String> rows = Files.readAllLines(table);
    assertEquals(3, rows.size(), rows.toString());
    assertEquals("gold_probability\tline\ttokens\tgold\tlikeliest", rows.get(0));
    List<String> told = rows.stream().skip(1).map(row -> row.substring(row.indexOf('\t'))).toList();
    assertTrue(told.contains("\t1\tOtto\tO\tB-per"), rows.toString());
    assertTrue(told.contains("\t7\tOtto lives\tB-geo I-geo\tB-per O"), rows.toString());
    assertTrue(Double.parseDouble(rows.get(1).split("\t")[0]) < 0.5, rows.toString());
  }

  @Test
  void ensembleOfOneModelTwiceIsThatModel() throws IOException {
    Path text = text("text.txt", TEXT);
    Path once = folder.resolve("once.gz");
    Path twice = folder.resolve("twice.gz");
    label("--text", text, "--out", once).assertOk();
    label("--text", text, "--out", twice, "-m", SmallRun.model()).assertOk();
    assertEquals(likeliest(SoftCorpus.read(once)), likeliest(SoftCorpus.read(twice)));
  }

  @Test
  void refusesWhatCannotBeLabelled() throws IOException {
    Path good = text("good.txt", TEXT);
    Path corpus = text("types.conll", SECRET + "\tB-ship\n\n");
    Path out = folder.resolve("new/a.gz");
    Path table = folder.resolve("new/a.tsv");
    Path latin = folder.resolve("latin1.txt");
    Files.write(latin, (SECRET + "\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
    Path gzip = Files.write(folder.resolve("cut.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0});
    Map<String, String> before = CommandRun.contents(folder);
    for (Object[] bad :
        new Object[][] {
          {"missing.txt", "no such file"},
          {"", "is a directory"},
          {"cut.gz", "broken gzip data"},
          {"latin1.txt", "not UTF-8"},
        }) {
      Path file = folder.resolve(bad[0].toString());
      label("--text", file, "--out", out).assertRefused(file, bad[1].toString());
    }
    label("--text", good, "--out", folder).assertRefused(folder, "is a directory");
    label("--text", good, "--out", good.resolve("a.gz"))
        .assertRefused(good, "expected a directory");
    label("--data", corpus, "--out", out, "--disagreements", folder)
        .assertRefused(folder, "is a directory");
    label("--data", corpus, "--out", out, "--disagreements", table)
        .assertRefused("types.conll:1", "'ship'");
    label("--text", good, "--out", out, "-m", good).assertRefused(good, "not a usable ONNX model");
    assertEquals(before, CommandRun.contents(folder));
    Path zero = text("zero.txt", "a\nb" + SECRET + "\0c\n");
    label("--text", zero, "--out", out).assertRefused(zero + ":2", "NUL byte");
    Path blank = text("blank.txt", "\n \n");
    label("--text", blank, "--out", out).assertRefused(blank, "no sentence");
  }

  @Test
  void refusesOptionsThatCannotBe() {
    label("--out", "a.gz").assertNotUnderstood("--text");
    label("--text", "a", "--data", "b", "--out", "a.gz").assertNotUnderstood("--data");
    label("--text", "a").assertNotUnderstood("--out");
    label("--text", "a", "--out", "a.gz", "--disagreements", "t")
        .assertNotUnderstood("give --data");
    label("--text", "a", "--out", "a.gz", "--tokens", 0).assertNotUnderstood("--tokens is 0");
    label("--text", "a", "--out", "a.gz", "--max-length", -1)
        .assertNotUnderstood("--max-length is -1");
    CommandRun.of("label", "--text", "a", "--out", "a.gz").assertNotUnderstood("--model");
  }
}
