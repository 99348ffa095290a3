package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;
import picocli.CommandLine.Help.Ansi;

class TagCommandTest {

  @TempDir private Path folder;

  /** {@code per:Otto} for each entity, once its offsets are found to be right. */
  private static List<String> entities(String line, String expectedText) {
    JsonObject object = JsonParser.parseString(line).getAsJsonObject();
    assertEquals(List.of("text", "entities"), List.copyOf(object.keySet()));
    String text = object.get("text").getAsString();
    assertEquals(expectedText, text);
    List<String> found = new ArrayList<>();
    for (JsonElement element : object.getAsJsonArray("entities")) {
      JsonObject entity = element.getAsJsonObject();
      assertEquals(List.of("type", "text", "start", "end", "score"), List.copyOf(entity.keySet()));
      String words = entity.get("text").getAsString();
      assertEquals(
          words, text.substring(entity.get("start").getAsInt(), entity.get("end").getAsInt()));
      double score = entity.get("score").getAsDouble();
      assertTrue(score > 0.3 && score <= 1, line);
      found.add(entity.get("type").getAsString() + ":" + words);
    }
    return found;
  }

  @Test
  void jsonLines() {
    String first = "Anna Berg lives in New York .";
    String second = "\uD83D\uDE00\n\t\" Oslo is far \" , said Otto . <b>'\u00e4\u2028\\";
    CommandRun run =
        CommandRun.of("tag", "-m", SmallRun.model(), "--format", "jsonl", first, second, "")
            .assertOk();
    assertEquals("", run.err());
    assertEquals(3, run.lines().size(), run.out());
    assertEquals(List.of("per:Anna Berg", "geo:New York"), entities(run.lines().get(0), first));
    assertEquals(List.of("geo:Oslo", "per:Otto"), entities(run.lines().get(1), second));
    assertEquals("{\"text\":\"\",\"entities\":[]}", run.lines().get(2));
  }

  @Test
  void jsonLinesAreTheDefaultWithoutTerminal() {
    String text = "Otto lives in Paris .";
    CommandRun run = CommandRun.of("tag", "-m", SmallRun.model(), text).assertOk();
    assertEquals(List.of("per:Otto", "geo:Paris"), entities(run.out(), text));
  }

  @Test
  void reportsFromAnotherScoreOn() {
    String text = "Otto lives in Paris .";
    Object[] command = {"tag", "-m", SmallRun.model(), "--min-score", 0.1, text};
    assertEquals(
        List.of("per:Otto", "geo:Paris"), entities(CommandRun.of(command).assertOk().out(), text));
    command[4] = 0.99999;
    assertEquals(List.of(), entities(CommandRun.of(command).assertOk().out(), text));
  }

  @Test
  void conll() {
    CommandRun run =
        CommandRun.of(
                "tag", "-m", SmallRun.model(), "--format", "conll", "Mia Lind lives in Oslo .")
            .assertOk();
    assertEquals(
        "Mia\tB-per\nLind\tI-per\nlives\tO\nin\tO\nOslo\tB-geo\n.\tO\n\n", unix(run.out()));
  }

  @Test
  void oneHtmlPageOfAllTexts() {
    CommandRun run =
        CommandRun.withInput(
                "Mia Lind lives in Oslo .\n<b>\n".getBytes(StandardCharsets.UTF_8),
                "tag",
                "-m",
                SmallRun.model(),
                "--format",
                "html")
            .assertOk();
    assertTrue(run.out().startsWith("<!DOCTYPE html>"), run.out());
    assertTrue(run.out().endsWith("</html>\n"), run.out());
    assertTrue(run.out().contains(">Mia Lind<span class=\"ns-type\">per</span></mark> lives"));
    assertTrue(run.out().contains("<pre class=\"ns-text\" dir=\"auto\">\n&lt;b&gt;</pre>"));
    assertEquals(2, run.out().split("<html", -1).length);
    String empty =
        CommandRun.of("tag", "-m", SmallRun.model(), "--format", "html").assertOk().out();
    assertTrue(empty.contains("<main class=\"ns\">\n<ul"), empty);
  }

  @Test
  void tableWithoutColours() {
    CommandRun run =
        CommandRun.of(
                "tag",
                "-m",
                SmallRun.model(),
                "--format",
                "table",
                "Anna Berg lives in a house in New\nYork .",
                "is far")
            .assertOk();
    String expected =
        """
        Anna Berg lives in a house in New
        York .
        TYPE  TEXT       START    END  SCORE
        per   Anna Berg      0      9  #.###
        geo   New York      30     38  #.###

        is far
        no entities
        """;
    assertEquals(expected, unix(run.out()).replaceAll("[01]\\.\\d{3}", "#.###"));
  }

  @Test
  void tableWithColoursAndWithoutForeignControls() throws IOException {
    StringWriter out = new StringWriter();
    try (EntityTagger tagger = EntityTagger.load(SmallRun.model())) {
      new EntityPrinter(tagger, OutputFormat.TABLE, Ansi.ON, new PrintWriter(out))
          .print(List.of("Otto lives in Paris . \u001b[31m @|red x|@"));
    }
    String first = out.toString().lines().findFirst().orElseThrow();
    assertEquals(
        "\u001b[1m\u001b[33mOtto\u001b[0m lives in \u001b[1m\u001b[32mParis\u001b[0m ."
            + " \uFFFD[31m @|red x|@",
        first);
  }

  @Test
  void tableKeepsLineEndsButNoEightBitControls() throws IOException {
    StringWriter out = new StringWriter();
    try (EntityTagger tagger = EntityTagger.load(SmallRun.model())) {
      new EntityPrinter(tagger, OutputFormat.TABLE, Ansi.OFF, new PrintWriter(out))
          .print(List.of("it is\r\nfar\raway \u009b31m"));
    }
    assertTrue(out.toString().startsWith("it is\r\nfar\uFFFDaway \uFFFD31m"), out.toString());
  }

  @Test
  void noColorIsKept() {
    assertTrue(Terminal.wantsColours(Map.of("TERM", "xterm")));
    assertTrue(Terminal.wantsColours(Map.of("NO_COLOR", "")));
    assertEquals(false, Terminal.wantsColours(Map.of("NO_COLOR", "1")));
    assertEquals(false, Terminal.wantsColours(Map.of("TERM", "dumb")));
  }

  @Test
  void wideTextTakesTwoColumns() {
    assertEquals(4, TextWidth.of("\u6771\u4eac"));
    assertEquals(2, TextWidth.of("\uD83D\uDE00"));
    assertEquals(6, TextWidth.of("Z\u00fcrich"));
    assertEquals(6, TextWidth.of("Zu\u0308rich"));
  }

  @Test
  void filesLineByLineOrWhole() throws IOException {
    Path a = Files.writeString(folder.resolve("a b.txt"), "\uFEFFOtto lives\r\nin Oslo .\n\nOtto");
    Path b = Files.writeString(folder.resolve("b.txt"), "Emil Koch lives in Paris .\n");
    CommandRun lines = CommandRun.of("tag", "-m", SmallRun.model(), "-f", a, "-f", b).assertOk();
    assertEquals(5, lines.lines().size());
    entities(lines.lines().get(0), "Otto lives");
    assertEquals(List.of("geo:Oslo"), entities(lines.lines().get(1), "in Oslo ."));
    entities(lines.lines().get(2), "");
    CommandRun whole =
        CommandRun.of("tag", "-m", SmallRun.model(), "--document", "-f", a, "-f", b).assertOk();
    assertEquals(2, whole.lines().size());
    entities(whole.lines().get(0), "Otto lives\r\nin Oslo .\n\nOtto");
  }

  @Test
  void standardInput() {
    byte[] input =
        "Otto lives in Z\u00fcrich .\n\uD83D\uDE00 Oslo".getBytes(StandardCharsets.UTF_8);
    CommandRun run = CommandRun.withInput(input, "tag", "-m", SmallRun.model()).assertOk();
    assertEquals(
        List.of("per:Otto", "geo:Z\u00fcrich"),
        entities(run.lines().get(0), "Otto lives in Z\u00fcrich ."));
    entities(run.lines().get(1), "\uD83D\uDE00 Oslo");
    assertEquals("", CommandRun.of("tag", "-m", SmallRun.model()).assertOk().out());
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  @Test
  void unpacksGzip() throws IOException {
    byte[] packed = gzip("Otto lives in Oslo .\nin Paris .\n");
    Path file = Files.write(folder.resolve("a.gz"), packed);
    String expected =
        CommandRun.of("tag", "-m", SmallRun.model(), "Otto lives in Oslo .", "in Paris .").out();
    assertEquals(
        expected, CommandRun.of("tag", "-m", SmallRun.model(), "-f", file).assertOk().out());
    assertEquals(
        expected, CommandRun.withInput(packed, "tag", "-m", SmallRun.model()).assertOk().out());
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    Path broken = Files.write(folder.resolve("b.gz"), cut);
    CommandRun.of("tag", "-m", SmallRun.model(), "-f", broken)
        .assertRefused(broken, "found broken gzip data; fetch the file again");
  }

  @Test
  void aHyphenIsStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "in Paris .\n");
    byte[] input = "in Oslo .\n".getBytes(StandardCharsets.UTF_8);
    CommandRun run =
        CommandRun.withInput(input, "tag", "-m", SmallRun.model(), "-f", file, "--file", "-")
            .assertOk();
    assertEquals(2, run.lines().size(), run.out());
    entities(run.lines().get(0), "in Paris .");
    entities(run.lines().get(1), "in Oslo .");
    CommandRun.withInput(input, "tag", "-m", SmallRun.model(), "-f", "-", "-f", "-")
        .assertNotUnderstood("--file - is given twice");
  }

  @Test
  void anArgumentWithAnAtSignIsText() throws IOException {
    Path file = Files.writeString(folder.resolve("user"), "Otto");
    String text = "@" + file;
    CommandRun run = CommandRun.of("tag", "-m", SmallRun.model(), text, "@user").assertOk();
    entities(run.lines().get(0), text);
    entities(run.lines().get(1), "@user");
  }

  /** What is written to a pipe comes once; who opens it twice waits for ever. */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(60)
  void opensAPipeOnce() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    for (String option : new String[] {"--format=jsonl", "--document"}) {
      Thread writer =
          new Thread(
              () -> {
                try (OutputStream out = Files.newOutputStream(pipe)) {
                  out.write("Otto lives in Oslo .".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      writer.start();
      CommandRun run = CommandRun.of("tag", "-m", SmallRun.model(), "-f", pipe, option).assertOk();
      assertEquals(
          List.of("per:Otto", "geo:Oslo"), entities(run.lines().get(0), "Otto lives in Oslo ."));
      writer.join();
    }
  }

  /** Several windows of the streaming tagger, with all that JSON escapes. */
  @Test
  void aDocumentPrintsTheSameAsAWholeText() throws IOException {
    String text =
        "Otto lives in Oslo . \" Paris\tis \\ far \" , said Mia Lind .\n\n\uD83D\uDE00\u2028"
            .repeat(2000);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("a.txt"), bytes);
    String expected = CommandRun.of("tag", "-m", SmallRun.model(), text).assertOk().out();
    assertTrue(entities(expected, text).size() > 4000);
    assertEquals(
        expected,
        CommandRun.of("tag", "-m", SmallRun.model(), "--document", "-f", file).assertOk().out());
    assertEquals(
        expected,
        CommandRun.withInput(bytes, "tag", "-m", SmallRun.model(), "--document").assertOk().out());
  }

  private static String unix(String text) {
    return text.replace("\r\n", "\n");
  }

  @Test
  void personalDataAreFoundWhereThatIsAskedFor() {
    String mail = "Write to otto@example.org .";
    assertFalse(
        CommandRun.of("tag", "-m", SmallRun.model(), mail).assertOk().out().contains("email"));
    assertTrue(
        CommandRun.of("tag", "-m", SmallRun.model(), "--personal-data", mail)
            .assertOk()
            .out()
            .contains("{\"type\":\"email\",\"text\":\"otto@example.org\",\"start\":9,\"end\":25"));
  }
}
