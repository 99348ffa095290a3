package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

  private static final String GOOD =
      "{\"text\":\"Ann Lee flew to Oslo. She likes 😀 it.\",\"label\":[[0,7,\"per\"],[16,20,\"geo\"]]}\n";
  private static final String NESTED =
      "{\"text\":\"The mayor of xyzzy left.\",\"label\":[[0,18,\"per\"],[13,18,\"geo\"]]}\n";

  @TempDir Path folder;

  private Path data;
  private Path out;

  @BeforeEach
  void files() {
    data = folder.resolve("a.jsonl");
    out = folder.resolve("out.conll");
  }

  @Test
  void textBecomesSentencesOfTokens() throws IOException {
    Files.writeString(data, GOOD);
    CommandRun run = CommandRun.of("convert", "--data", data, "--to", "conll", "--out", out);
    assertEquals(out + ": 2 sentences, 11 tokens, 2 entities\n", run.assertOk().out());
    assertEquals("", run.err());
    assertEquals(
        """
        # text = Ann Lee flew to Oslo.
        Ann\tB-per
        Lee\tI-per
        flew\tO
        to\tO
        Oslo\tB-geo
        .\tO

        # text = She likes 😀 it.
        She\tO
        likes\tO
        😀\tO
        it\tO
        .\tO

        """,
        Files.readString(out));
    Object[] again = {
      "convert", "--data", data, "--to", "conll", "--out-scheme", "bioes", "--out", out
    };
    CommandRun.of(again).assertOk();
    assertTrue(Files.readString(out).contains("Lee\tE-per\nflew\tO\nto\tO\nOslo\tS-geo\n"));
  }

  @Test
  void sentencesBecomeText() throws IOException {
    Path columns = Files.writeString(folder.resolve("in.conll"), "Ann\tB-per\nleft\tO\n.\tO\n\n");
    Path lines = folder.resolve("out.jsonl");
    CommandRun.of("convert", "--data", columns, "--to", "spacy", "--out", lines).assertOk();
    assertEquals(
        "{\"text\":\"Ann left.\",\"entities\":[[0,3,\"per\"]]}\n", Files.readString(lines));
    CommandRun.of("convert", "--data", lines, "--to", "conll", "--out", out).assertOk();
    assertEquals("# text = Ann left.\n" + Files.readString(columns), Files.readString(out));
    Path brat = folder.resolve("brat");
    CommandRun.of("convert", "--data", lines, "--to", "brat", "--out", brat).assertOk();
    assertEquals("T1\tper 0 3\tAnn\n", Files.readString(brat.resolve("1.ann")));
    CommandRun.of("convert", "--data", brat, "--to", "doccano", "--out", lines).assertOk();
    assertEquals("{\"text\":\"Ann left.\",\"label\":[[0,3,\"per\"]]}\n", Files.readString(lines));
  }

  @Test
  void spansThatDoNotFitAreNamedAndNothingIsWritten() throws IOException {
    Files.writeString(data, GOOD + NESTED);
    Map<String, String> before = CommandRun.contents(folder);
    CommandRun.of("convert", "--data", data, "--to", "conll", "--out", out)
        .assertRefused(data + ":2", "1 nested, first " + data + ":2: geo [13, 18) nested");
    assertEquals(before, CommandRun.contents(folder));
    CommandRun run =
        CommandRun.of(
            "convert", "--data", data, "--to", "conll", "--out", out, "--spans", "skip-text");
    assertEquals(out + ": 2 sentences, 11 tokens, 2 entities\n", run.assertOk().out());
    assertEquals(
        data
            + ":2: geo [13, 18) nested\nspans that do not fit: 1 nested; by policy skip-text\n"
            + "texts with such spans, left out: 1\n",
        run.err());
    Path report = folder.resolve("report.tsv");
    run =
        CommandRun.of(
            "convert",
            "--data",
            data,
            "--to",
            "conll",
            "--out",
            out,
            "--spans",
            "shrink",
            "--report",
            report);
    assertEquals(out + ": 3 sentences, 17 tokens, 3 entities\n", run.assertOk().out());
    assertFalse(run.err().contains(CommandRun.SECRET), run.err());
    assertTrue(
        Files.readString(report).endsWith("\t2\t0\t18\tper\tnested\tThe mayor of xyzzy\n"),
        Files.readString(report));
  }

  @Test
  void brokenRecordsAreNamedAndLeftOut() throws IOException {
    Files.writeString(data, GOOD + "{\"text\":\"xyzzy\n" + GOOD);
    CommandRun run = CommandRun.of("convert", "--data", data, "--to", "conll", "--out", out);
    assertEquals(out + ": 4 sentences, 22 tokens, 4 entities\n", run.assertOk().out());
    assertTrue(run.err().startsWith(data + ":2: found something that is no JSON; "), run.err());
    assertTrue(
        run.err().endsWith(data + ": records that cannot be read, left out: 1\n"), run.err());
    assertFalse(run.err().contains(CommandRun.SECRET), run.err());
    Files.delete(out);
    run = CommandRun.of("convert", "--strict", "--data", data, "--to", "conll", "--out", out);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("records that cannot be read: 1; correct them"), run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void offsetsInAnotherUnit() throws IOException {
    Files.writeString(data, "{\"text\":\"😀 Ann xyzzy\",\"label\":[[3,6,\"per\"]]}\n");
    CommandRun.of("convert", "--data", data, "--to", "conll", "--out", out)
        .assertRefused(data + ":1", "choose the unit utf16");
    CommandRun.of("convert", "--data", data, "--offsets", "utf16", "--to", "conll", "--out", out)
        .assertOk();
    assertTrue(Files.readString(out).contains("Ann\tB-per\n"));
  }

  @Test
  void whatIsNotUnderstood() {
    Object[] units = {"convert", "--data", data, "--to", "conll", "--out", out, "--out-offsets"};
    CommandRun.of(append(units, "utf16")).assertNotUnderstood("--out-offsets is for formats with");
    CommandRun.of(append(units, "letters")).assertNotUnderstood("code-points");
    CommandRun.of("convert", "--data", data, "--to", "xml", "--out", out)
        .assertNotUnderstood("--to is 'xml', expected one of conll, doccano");
    CommandRun.of("convert", "--data", data, "--from", "xml", "--to", "brat", "--out", out)
        .assertNotUnderstood("--from is 'xml', expected one of conll, iob2, gmb, doccano");
    CommandRun.of("convert", "--data", data, "--to", "brat", "--out", out, "--out-scheme", "bioes")
        .assertNotUnderstood("--out-scheme is for --to conll");
    CommandRun.of("convert", "--data", data, "--to", "brat", "--out", out, "--spans", "mend")
        .assertNotUnderstood("skip-text");
  }

  private static Object[] append(Object[] some, Object last) {
    Object[] all = java.util.Arrays.copyOf(some, some.length + 1);
    all[some.length] = last;
    return all;
  }

  @Test
  void neverWritesOverItsInput() throws IOException {
    Files.writeString(data, GOOD);
    CommandRun.of("convert", "--data", data, "--to", "spacy", "--out", data)
        .assertRefused(data, "would be written over");
    assertEquals(GOOD, Files.readString(data));
  }

  @Test
  void otherCommandsSayHowToConvert() throws IOException {
    Files.writeString(data, GOOD);
    CommandRun.of("evaluate", "--data", data).assertRefused(data, "namespan convert --to conll");
  }
}
