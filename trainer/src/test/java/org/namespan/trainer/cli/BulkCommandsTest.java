package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.cli.CommandRun.SECRET;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;
import org.namespan.redaction.Redaction;
import org.namespan.redaction.Redactor;

/** {@code tag}, {@code redact} and {@code restore} over files of records. */
class BulkCommandsTest {

  private static final String[] TEXTS = {
    "Anna Berg lives in New York .",
    "\\\"Oslo is far\\\", said Otto \\ud83d\\ude00 .",
    "",
    "Emil Koch and [PERSON_1] live in Z\\u00fcrich .\\nOtto too .",
    "it is far away",
  };

  @TempDir private Path folder;

  private static CommandRun run(String command, Object... more) {
    List<Object> args = new ArrayList<>(List.of(command));
    if (!command.equals("restore")) {
      args.addAll(List.of("-m", SmallRun.model()));
    }
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray());
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Path jsonLines(String name, int lines, boolean packed) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      String body = TEXTS[i % TEXTS.length];
      text.append("{\"id\":" + i + ",\"body\":\"" + body + "\",\"n\":1.50}\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Files.write(file(name), packed ? gzip(bytes) : bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static String gunzip(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertRefused(String reason, CommandRun run) {
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.err().contains(reason), run.err());
  }

  @Test
  void whatIsReadIsNotWrittenAndNothingIsWrittenTwice() throws IOException {
    Path input = jsonLines("in.jsonl", 3, false);
    String content = Files.readString(input);
    Path output = file("out.jsonl");
    Path same = Files.createSymbolicLink(file("same.jsonl"), input);
    Path around = folder.resolve("x/../in.jsonl");
    Files.createDirectory(folder.resolve("x"));
    for (Path again : List.of(input, same, around)) {
      assertRefused("is read, too", run("tag", "-f", input, "--field", "body", "-o", again));
      assertRefused("is read, too", run("redact", "-f", input, "--field", "body", "--bad", again));
    }
    Path part = Files.copy(input, file("out.jsonl.part"));
    assertRefused("is read, too", run("tag", "-f", part, "--field", "body", "-o", output));
    assertRefused(
        "written twice",
        run("tag", "-f", input, "--field", "body", "-o", output, "--bad", folder + "/./out.jsonl"));
    assertRefused(
        "written twice",
        run("redact", "-f", input, "--field", "body", "-o", output, "--map", output + ".resume"));
    Path key = Files.writeString(file("key"), "0".repeat(32));
    assertRefused(
        "is read, too",
        run("redact", "-f", input, "--field", "body", "-o", key, "--map", file("m"), "--key", key));
    assertEquals("0".repeat(32), Files.readString(key));
    assertEquals(content, Files.readString(input));
    assertFalse(Files.exists(output));
  }

  @Test
  void ofALinkThatWhichItLeadsToIsWritten() throws IOException {
    Path input = jsonLines("in.jsonl", 3, false);
    Path output = file("out.jsonl");
    Path link = Files.createSymbolicLink(file("link.jsonl"), Path.of("out.jsonl"));
    run("tag", "-f", input, "--field", "body", "-o", link).assertOk();
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(3, Files.readAllLines(output).size());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void devicesAndPipesAreNoOutput() throws IOException, InterruptedException {
    Path input = jsonLines("in.jsonl", 3, false);
    Path pipe = file("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    for (String option : List.of("-o", "--bad")) {
      assertRefused(
          "is a device or a pipe", run("tag", "-f", input, "--field", "body", option, pipe));
      assertFalse(Files.isRegularFile(pipe));
    }
  }

  @Test
  void tagsAFieldAsTheSdkDoes() throws IOException {
    Path input = jsonLines("docs.jsonl.gz", 1200, true);
    Path output = file("new/found.jsonl.gz");
    run("tag", "-f", input, "--field", "body", "--threads", 3, "--output", output).assertOk();
    List<String> lines = gunzip(output).lines().toList();
    assertEquals(1200, lines.size());
    try (EntityTagger tagger = EntityTagger.load(SmallRun.model())) {
      for (int i = 0; i < lines.size(); i++) {
        JsonObject line = JsonParser.parseString(lines.get(i)).getAsJsonObject();
        assertEquals(i, line.get("id").getAsInt());
        assertTrue(lines.get(i).contains("\",\"n\":1.50,\"entities\":["), lines.get(i));
        List<String> expected =
            tagger.tag(line.get("body").getAsString()).stream()
                .map(e -> e.type() + e.text() + e.start() + "-" + e.end())
                .toList();
        List<String> found = new ArrayList<>();
        line.getAsJsonArray("entities")
            .forEach(
                e -> {
                  JsonObject entity = e.getAsJsonObject();
                  found.add(
                      entity.get("type").getAsString()
                          + entity.get("text").getAsString()
                          + entity.get("start").getAsInt()
                          + "-"
                          + entity.get("end").getAsInt());
                });
        assertEquals(expected, found);
      }
    }
    assertEquals(gunzip(output), run("tag", "-f", input, "--field", "body").assertOk().out());
  }

  @Test
  void linesAndDocumentsAreWrittenAsWithoutThreads() throws IOException {
    Path input = Files.writeString(file("a.txt"), "Otto lives in Oslo .\n\n\u2028\u0085é \"x\\\n");
    for (Object[] more : new Object[][] {{}, {"--document"}}) {
      List<Object> args = new ArrayList<>(List.of("-f", input));
      args.addAll(List.of(more));
      String expected = run("tag", args.toArray()).assertOk().out();
      args.addAll(List.of("--threads", 2));
      assertEquals(expected, run("tag", args.toArray()).assertOk().out());
    }
  }

  @Test
  void textsOfAnyLengthAreTaggedWhole() throws IOException {
    String text = "Otto lives in Oslo . ".repeat(20_000);
    Path input = Files.writeString(file("a.jsonl"), "{\"t\":\"" + text + "\"}\n");
    String out = run("tag", "-f", input, "--field", "t").assertOk().out();
    int found = JsonParser.parseString(out).getAsJsonObject().getAsJsonArray("entities").size();
    try (EntityTagger tagger = EntityTagger.load(SmallRun.model())) {
      assertEquals(tagger.tag(text).size(), found);
    }
    CommandRun cut =
        run("tag", "-f", input, "--field", "t", "--max-length", 1000, "--bad", file("bad"));
    assertEquals("", cut.assertOk().out());
  }

  @Test
  void aColumn() throws IOException {
    Path input =
        Files.writeString(
            file("a.csv"),
            "id,text,z\r\n1,\"Otto\nlives in \"\"Oslo\"\" .\",\"x\"\r\n\r\n2,it is far,\r\n");
    assertEquals(
        "id,text,z,entities\n"
            + "1,\"Otto\nlives in \"\"Oslo\"\" .\",\"x\",ENTITIES\n"
            + "2,it is far,,[]\n",
        run("tag", "-f", input, "--column", "text")
            .assertOk()
            .out()
            .replaceFirst("\"\\[\\{.*\\}\\]\"", "ENTITIES"));
    Path tabs = Files.writeString(file("a.tsv"), "id\ttext\n1\tOtto , far\n");
    assertEquals(
        "id\ttext\tfound\n1\tOtto , far\t[]\n",
        run("tag", "-f", tabs, "--column", "text", "--entities-field", "found", "--types", "geo")
            .assertOk()
            .out());
    run("tag", "-f", input, "--column", "words").assertRefused(input, "no columns 'words' among 3");
    run("tag", "-f", input, "--column", "text", "--entities-field", "z")
        .assertRefused(input, "found a column 'z' already");
  }

  @Test
  void aFolderOfFiles() throws IOException {
    Files.createDirectories(file("d/sub"));
    Files.writeString(file("d/sub/a.txt"), "in Oslo .\nOtto");
    Files.write(file("d/b.txt"), gzip("far\n".getBytes(StandardCharsets.UTF_8)));
    Files.write(file("d/c.bin"), new byte[10]);
    CommandRun run = run("tag", "-f", file("d"));
    assertEquals(1, run.exitCode());
    assertEquals(
        "{\"file\":\"b.txt\",\"line\":1,\"text\":\"far\",\"entities\":[]}", run.lines().get(0));
    assertTrue(run.lines().get(1).startsWith("{\"file\":\"sub/a.txt\",\"line\":1,\"text\":\"in"));
    assertEquals(3, run.lines().size());
    assertTrue(run.err().contains("c.bin: found a binary file"), run.err());
    CommandRun documents =
        run("tag", "-f", file("d"), "--document", "--bad", file("bad.jsonl")).assertOk();
    assertEquals(2, documents.lines().size());
    assertTrue(documents.lines().get(1).startsWith("{\"file\":\"sub/a.txt\",\"text\":\"in Oslo"));
    assertEquals(1, Files.readAllLines(file("bad.jsonl")).size());
  }

  @Test
  void badRecordsAreTold() throws IOException {
    byte[] text =
        ("{\"body\":\"Otto\"}\n{\"body\":\"" + SECRET + "\n{\"" + SECRET + "\":1}\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] input = java.util.Arrays.copyOf(text, text.length + 1);
    input[text.length] = (byte) 0xE9;
    Path file = Files.write(file("a.jsonl"), input);
    CommandRun run = run("tag", "-f", file, "--field", "body");
    assertEquals(1, run.exitCode());
    assertEquals(1, run.lines().size());
    assertEquals(
        "namespan: "
            + file
            + ":2: found JSON that ends too early, expected a JSON object\nnamespan: "
            + file
            + ":3: found no 'body', expected a string there\nnamespan: "
            + file
            + ":4: found bytes that are not UTF-8, expected UTF-8\nnamespan: 3 of 4 records are bad"
            + " and left out; --bad FILE takes them\n",
        run.err());
    assertFalse(run.err().contains(SECRET));
    Path bad = file("bad.jsonl");
    CommandRun kept =
        run("tag", "-f", file, "--field", "body", "--bad", bad, "-o", file("out")).assertOk();
    assertTrue(kept.err().contains("3 of 4 records are bad and left out; " + bad), kept.err());
    List<String> lines = Files.readAllLines(bad);
    JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
    assertEquals(file.toString(), first.get("file").getAsString());
    assertEquals(2, first.get("line").getAsInt());
    assertEquals("{\"body\":\"" + SECRET, first.get("record").getAsString());
    assertEquals(3, lines.size());
    assertTrue(lines.get(2).endsWith("\"record\":\"\uFFFD\"}"), lines.get(2));
  }

  @Test
  void redactsEachRecordAndRestoresIt() throws IOException {
    Path input = jsonLines("docs.jsonl", 700, false);
    Path key = Files.writeString(file("key"), "0123456789abcdef".repeat(2));
    for (Object[] more : new Object[][] {{}, {"--key", key}}) {
      Path redacted = file("redacted" + more.length + ".jsonl.gz");
      Path maps = file("maps" + more.length + ".gz");
      List<Object> args =
          new ArrayList<>(List.of("-f", input, "--field", "body", "--map", maps, "-o", redacted));
      args.addAll(List.of(more));
      args.addAll(List.of("--threads", 2));
      CommandRun redaction = run("redact", args.toArray()).assertOk();
      assertFalse(gunzip(redacted).contains("Otto"));
      assertEquals(700, gunzip(maps).lines().count());
      assertEquals(more.length == 0, gunzip(maps).contains("Otto"));
      List<Object> back =
          new ArrayList<>(List.of("-f", redacted, "--field", "body", "--map", maps));
      back.addAll(List.of(more));
      CommandRun restored = run("restore", back.toArray()).assertOk();
      assertEquals("", restored.err());
      List<String> lines = restored.lines();
      List<String> before = Files.readAllLines(input);
      for (int i = 0; i < before.size(); i++) {
        assertEquals(JsonParser.parseString(before.get(i)), JsonParser.parseString(lines.get(i)));
      }
      back.addAll(List.of("-o", file("restored" + more.length)));
      // One text in five holds a placeholder of its own, which is put back too.
      assertEquals(
          names(redaction) + 700 / TEXTS.length, names(run("restore", back.toArray()).assertOk()));
    }
  }

  /** How many names a run over records says that it replaced, or put back. */
  private static int names(CommandRun run) {
    return Integer.parseInt(
        run.err().replaceFirst("(?s).* texts, ([0-9,]+) names.*", "$1").replace(",", ""));
  }

  @Test
  void eachRecordIsRedactedAsByTheSdk() throws IOException {
    Path input = jsonLines("docs.jsonl", 5, false);
    List<String> lines = run("redact", "-f", input, "--field", "body").assertOk().lines();
    try (EntityTagger tagger = EntityTagger.load(SmallRun.model())) {
      Redactor redactor = new Redactor(tagger);
      List<String> before = Files.readAllLines(input);
      for (int i = 0; i < before.size(); i++) {
        JsonObject line = JsonParser.parseString(before.get(i)).getAsJsonObject();
        Redaction expected = redactor.redact(line.get("body").getAsString());
        line.addProperty("body", expected.text());
        assertEquals(line, JsonParser.parseString(lines.get(i)));
      }
    }
  }

  @Test
  void mapsAreInStepWithTheirRecords() throws IOException {
    Path input = jsonLines("docs.jsonl", 3, false);
    Path redacted = file("redacted.jsonl");
    Path maps = file("maps");
    run("redact", "-f", input, "--field", "body", "--map", maps, "-o", redacted).assertOk();
    run("redact", "-f", input, "--field", "body", "--map", maps)
        .assertRefused(maps, "is there already");
    List<String> lines = Files.readAllLines(maps);
    Object[] restore = {"-f", redacted, "--field", "body", "--map", maps};
    Files.write(maps, lines.subList(0, 2));
    assertTrue(run("restore", restore).err().contains("found 2 lines, expected one for each"));
    Files.writeString(maps, String.join("\n", lines) + "\n" + lines.get(0) + "\n");
    assertTrue(run("restore", restore).err().contains("more lines than the 3 records"));
    for (String no : List.of("{}", "\"" + SECRET + "\"", "no", "")) {
      Files.writeString(maps, lines.get(0) + "\n" + no + "\n" + lines.get(2) + "\n");
      CommandRun run = run("restore", restore);
      assertEquals(1, run.exitCode());
      assertTrue(run.err().startsWith("namespan: " + maps + ":2: found no"), run.err());
      assertFalse(run.err().contains(SECRET), run.err());
    }
  }

  @Test
  void theOtherOperatorsToo() throws IOException {
    Path input = Files.writeString(file("a.csv"), "text\nOtto lives in Oslo .\n");
    assertEquals(
        "text\n**** lives in **** .\n",
        run("redact", "-f", input, "--column", "text", "--by", "mask").assertOk().out());
    Path maps = file("maps");
    String madeUp =
        run("redact", "-f", input, "--column", "text", "--by", "made-up", "--map", maps)
            .assertOk()
            .out();
    assertFalse(madeUp.contains("Otto"), madeUp);
    Path redacted = Files.writeString(file("b.csv"), madeUp);
    assertEquals(
        "text\nOtto lives in Oslo .\n",
        run("restore", "-f", redacted, "--column", "text", "--map", maps).assertOk().out());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void mapsAreForTheirOwner() throws IOException {
    Path input = jsonLines("docs.jsonl", 3, false);
    Path maps = file("maps");
    run("redact", "-f", input, "--field", "body", "--map", maps).assertOk();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(maps)));
  }

  /** What a kill leaves after the first of three batches. */
  private void kill(Path output, Path input) throws IOException {
    Path other = file("other.jsonl");
    List<String> lines = Files.readAllLines(input);
    Files.write(other, lines.subList(0, 512));
    run("tag", "-f", other, "--field", "body", "-o", file("first")).assertOk();
    byte[] first = Files.readAllBytes(file("first"));
    // A run that fails leaves its state: its input ends within gzip data.
    byte[] packed = gzip(Files.readAllBytes(input));
    Files.write(file("cut.gz"), java.util.Arrays.copyOf(packed, packed.length - 30));
    CommandRun cut = run("tag", "-f", file("cut.gz"), "--field", "body", "-o", output);
    assertEquals(1, cut.exitCode());
    assertTrue(cut.err().contains("found broken gzip data"), cut.err());
    byte[] part = Files.readAllBytes(output.resolveSibling(output.getFileName() + ".part"));
    assertArrayEquals(first, java.util.Arrays.copyOf(part, first.length));
  }

  @Test
  void goesOnWithTheSameRunAlone() throws IOException {
    Path input = jsonLines("docs.jsonl", 1500, false);
    Path output = file("found.jsonl");
    kill(output, input);
    Path cut = file("cut.gz");
    Object[] same = {"-f", cut, "--field", "body", "-o", output};
    CommandRun again = run("tag", same);
    assertEquals(1, again.exitCode());
    assertTrue(again.err().contains("add --resume to go on with it"), again.err());
    List<String> refused = new ArrayList<>();
    refused.add(run("tag", "-f", input, "--field", "body", "-o", output, "--resume").err());
    refused.add(run("tag", "-f", cut, "--field", "n", "-o", output, "--resume").err());
    refused.add(
        run("tag", "-f", cut, "--field", "body", "-o", output, "--resume", "--min-score", 0.1)
            .err());
    refused.add(run("redact", "-f", cut, "--field", "body", "-o", output, "--resume").err());
    FileTime time = Files.getLastModifiedTime(cut);
    Files.setLastModifiedTime(cut, FileTime.fromMillis(1000));
    refused.add(run("tag", "-f", cut, "--field", "body", "-o", output, "--resume").err());
    Files.setLastModifiedTime(cut, time);
    for (String err : refused) {
      assertTrue(err.contains("found.jsonl.resume: found "), err);
      assertTrue(err.contains("as when the run began"), err);
    }
    // The same length and time with other content behind what was read stands for a file that is
    // fetched again.
    assertTrue(
        run("tag", "-f", cut, "--field", "body", "-o", output, "--resume", "--threads", 2)
            .err()
            .contains("found broken gzip data"));
  }

  @Test
  void whatDoesNotGoTogether() throws IOException {
    Path input = jsonLines("a.jsonl", 1, false);
    run("tag", "--threads", 2, "Otto").assertNotUnderstood("give texts in files");
    run("tag", "-f", input, "--field", "a", "--column", "b").assertNotUnderstood("one of them");
    run("tag", "-f", input, "--field", "a", "--document").assertNotUnderstood("--document");
    run("tag", "-f", input, "--field", "a..b").assertNotUnderstood("--field: found 'a..b'");
    run("tag", "-f", input, "--delimiter", ";").assertNotUnderstood("--column");
    run("tag", "-f", input, "--entities-field", "x").assertNotUnderstood("--column");
    run("tag", "-f", "").assertNotUnderstood("found an empty name");
    run("tag", "-f", input, "--threads", 0).assertNotUnderstood("--threads is 0");
    run("tag", "-f", input, "--max-length", 0).assertNotUnderstood("--max-length is 0");
    run("tag", "-f", input, "--resume").assertNotUnderstood("--output");
    run("tag", "-f", "-", "--resume", "-o", file("x")).assertNotUnderstood("a pipe");
    run("tag", "-f", input, "--threads", 2, "--format", "table").assertNotUnderstood("jsonl");
    run("tag", "-f", input, "--types", "ship").assertNotUnderstood("'ship' is none");
    run("redact", "-f", input, "--threads", 2).assertNotUnderstood("add --field or --column");
    run("restore", "-f", input, "--map", input, "-o", file("x")).assertNotUnderstood("add --field");
    run("tag", "-f", input, "-o", folder).assertRefused(folder, "is a directory");
    run("tag", "-f", folder, "-o", file("x")).assertRefused(file("x"), "is in the folder");
    run("tag", "-f", file("missing"), "--threads", 2)
        .assertRefused(file("missing"), "no such file");
    assertEquals(List.of("a.jsonl"), List.of(folder.toFile().list()));
  }

  @Test
  void standardInputAndOutput() throws IOException {
    byte[] input = Files.readAllBytes(jsonLines("a.jsonl", 3, true));
    CommandRun run =
        CommandRun.withInput(input, "tag", "-m", SmallRun.model(), "--field", "body").assertOk();
    assertEquals(3, run.lines().size());
    assertEquals("", run.err());
    assertEquals(
        run.out(),
        CommandRun.withInput(
                input, "tag", "-m", SmallRun.model(), "--field", "body", "-f", "-", "--progress")
            .assertOk()
            .out());
  }
}
