package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.namespan.trainer.document.TextFiles.bare;
import static org.namespan.trainer.document.TextFiles.contents;
import static org.namespan.trainer.document.TextFiles.format;
import static org.namespan.trainer.document.TextFiles.golden;
import static org.namespan.trainer.document.TextFiles.read;
import static org.namespan.trainer.document.TextFiles.show;
import static org.namespan.trainer.document.TextFiles.span;
import static org.namespan.trainer.document.TextFiles.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as the tools write them, and files that they read. */
class TextFormatsTest {

  private static final List<AnnotatedText> TEXTS =
      List.of(
          text(
              "Zoë 😀 met Ann Lee in Oslo.",
              span("PER", 0, 3),
              span("PER", 11, 18),
              span("LOC", 22, 26)),
          text("Nothing here."),
          text("Oslo", span("LOC", 0, 4)));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "doccano.jsonl, DOCCANO, 0",
    "prodigy.jsonl, PRODIGY, 2",
    "spacy.jsonl, SPACY, 0",
    "label-studio.json, LABEL-STUDIO, 1",
    "brat, BRAT, 0"
  })
  void readsWhatToolsWrite(String name, String format, int leftOut) throws IOException {
    assertEquals(format, TextFormats.detect(golden(name)).orElseThrow().name());
    TextCorpus corpus = read(format, golden(name));
    assertEquals(TEXTS, bare(corpus.texts()));
    assertEquals(leftOut, corpus.leftOut());
    assertEquals(List.of(), corpus.broken());
  }

  @Test
  void tellsWhereTextsStand() throws IOException {
    assertEquals(
        List.of(1, 3, 4),
        read("doccano", golden("doccano.jsonl")).texts().stream()
            .map(AnnotatedText::line)
            .toList());
    TextCorpus tasks = read("label-studio", golden("label-studio.json"));
    assertEquals(List.of(2, 27, 29), tasks.texts().stream().map(AnnotatedText::line).toList());
    AnnotatedText brat = read("brat", golden("brat")).texts().get(0);
    assertEquals(golden("brat").resolve("a.ann"), brat.file());
    assertEquals(List.of(1, 2, 5), brat.spans().stream().map(TextSpan::line).toList());
  }

  @Test
  void readsASpanOfManyFragments() throws IOException {
    int fragments = 20_000;
    StringBuilder offsets = new StringBuilder("0 1");
    for (int i = 1; i < fragments; i++) {
      offsets.append(';').append(2 * i).append(' ').append(2 * i + 1);
    }
    Files.writeString(folder.resolve("a.txt"), "a ".repeat(fragments));
    Files.writeString(folder.resolve("a.ann"), "T1\tX " + offsets + "\t" + "a ".repeat(fragments));
    assertEquals(fragments, read("brat", folder).texts().get(0).spans().get(0).fragments().size());
  }

  @Test
  void readsPredictions() throws IOException {
    TextCorpus corpus = read("label-studio-predictions", golden("label-studio.json"));
    assertEquals(
        List.of("Zoë 😀 met Ann Lee in Oslo.|LOC met"),
        corpus.texts().stream().map(TextFiles::show).toList());
    assertEquals(3, corpus.leftOut());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "doccano | {\"text\":\"é😀 a\",\"label\":[[3,4,\"X\"]]}",
        "spacy | {\"text\":\"é😀 a\",\"entities\":[[3,4,\"X\"]]}",
        "prodigy | {\"text\":\"é😀 a\",\"spans\":[{\"start\":3,\"end\":4,\"label\":\"X\"}],"
            + "\"answer\":\"accept\"}"
      })
  void writesLines(String format, String line) throws IOException {
    Path file = folder.resolve("a.jsonl");
    TextFormat chosen = format(format);
    List<AnnotatedText> texts = List.of(text("é😀 a", span("X", 4, 5)));
    chosen.write(texts, file, chosen.offsets());
    assertEquals(line + "\n", Files.readString(file));
    chosen.write(texts, file, OffsetUnit.BYTES);
    assertEquals(
        line.replace("3,4", "7,8").replace("\"start\":3,\"end\":4", "\"start\":7,\"end\":8") + "\n",
        Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({"label-studio, annotations", "label-studio-predictions, predictions"})
  void writesTasks(String format, String key) throws IOException {
    Path file = folder.resolve("a.json");
    format(format)
        .write(List.of(text("é😀 a", span("X", 4, 5)), text("b")), file, OffsetUnit.UTF16);
    assertEquals(
        "[\n{\"data\":{\"text\":\"é😀 a\"},\""
            + key
            + "\":[{\"result\":[{\"id\":\"1\",\"from_name\":\"label\",\"to_name\":\"text\","
            + "\"type\":\"labels\",\"value\":{\"start\":4,\"end\":5,\"text\":\"a\","
            + "\"labels\":[\"X\"]}}]}]},\n"
            + "{\"data\":{\"text\":\"b\"},\""
            + key
            + "\":[{\"result\":[]}]}\n]\n",
        Files.readString(file));
  }

  @Test
  void writesStandoff() throws IOException {
    TextSpan gaps =
        new TextSpan("Y", List.of(new TextSpan.Fragment(0, 1), new TextSpan.Fragment(4, 5)), 0);
    format("brat")
        .write(
            List.of(text("é😀 a\nb", span("X", 4, 7), gaps), text("c")),
            folder.resolve("new"),
            OffsetUnit.CODE_POINTS);
    assertEquals(
        "== 1.ann\nT1\tX 3 4;5 6\ta b\nT2\tY 0 1;3 4\té a\n== 1.txt\né😀 a\nb== 2.ann\n== 2.txt\nc",
        contents(folder.resolve("new")));
    assertEquals(
        List.of("é😀 a\nb|X a\nb|Y é..a", "c"),
        read("brat", folder.resolve("new")).texts().stream().map(TextFiles::show).toList());
  }

  @Test
  void overwritesNoFolder() throws IOException {
    Files.createDirectory(folder.resolve("full"));
    Path kept = Files.writeString(folder.resolve("full/mine.txt"), "mine");
    TextFiles.assertRefused(
        folder.resolve("full").toString(),
        "expected an empty folder",
        () -> format("brat").write(TEXTS, folder.resolve("full"), OffsetUnit.CODE_POINTS));
    TextFiles.assertRefused(
        kept.toString(),
        "found a file",
        () -> format("brat").write(TEXTS, kept, OffsetUnit.CODE_POINTS));
    assertEquals("== mine.txt\nmine", contents(folder.resolve("full")));
  }

  @Test
  void bratRefusesWhatItCannotHold() {
    for (AnnotatedText text :
        List.of(
            text("\uFEFFsecret"),
            text("secret", span("a secret", 0, 6)),
            text("secret\n\n", span("X", 6, 8)))) {
      TextFiles.assertRefused(
          folder.resolve("new").toString(),
          "brat cannot hold it",
          () -> format("brat").write(List.of(text), folder.resolve("new"), OffsetUnit.CODE_POINTS));
    }
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void linesHoldNoGaps() {
    TextSpan gaps =
        new TextSpan("Y", List.of(new TextSpan.Fragment(0, 1), new TextSpan.Fragment(2, 3)), 0);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            format("doccano")
                .write(List.of(text("a b", gaps)), folder.resolve("a"), OffsetUnit.UTF16));
    assertEquals(0, folder.toFile().list().length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.jsonl | DOCCANO | {\"id\":1,\"data\":\"Ann left\",\"label\":[[0,3,\"PER\"]]}",
        "a.json | DOCCANO | [ {\"text\":\"Ann left\",\"label\":[[0,3,\"PER\"]]} ]",
        "a.json | DOCCANO | {\"text\":\"Ann left\",\"label\":[[0,3,\"PER\"]]}",
        "a.json1 | DOCCANO | {\"text\":\"Ann left\",\"labels\":[[0,3,\"PER\"]]}",
        "a.json | PRODIGY "
            + "| [{\"text\":\"Ann left\",\"spans\":[{\"start\":0,\"end\":3,\"label\":\"PER\"}]}]",
        "a.json | SPACY | [[\"Ann left\", {\"entities\": [[0, 3, \"PER\"]]}]]",
        "a.json | SPACY | [\"Ann left\", {\"entities\": [[0, 3, \"PER\"]]}]",
        "a.jsonl | SPACY "
            + "| {\"text\":\"Ann left\",\"entities\":[{\"start\":0,\"end\":3,\"label\":\"PER\"}]}",
        "a.jsonl | SPACY "
            + "| {\"text\":\"Ann left\",\"ents\":[{\"start\":0,\"end\":3,\"label\":\"PER\"}]}",
        "a.json | LABEL-STUDIO | [{\"text\":\"Ann left\",\"id\":1,\"label\":[{\"start\":0,\"end\":3,"
            + "\"text\":\"Ann\",\"labels\":[\"PER\"]}]}]",
      })
  void readsOtherShapes(String name, String format, String json) throws IOException {
    Path file = folder.resolve(name);
    for (String written : List.of(json, "\uFEFF" + json + "\r\n")) {
      Files.writeString(file, written);
      assertEquals(format, TextFormats.detect(file).orElseThrow().name());
      assertEquals(
          List.of("Ann left|PER Ann"),
          read(format, file).texts().stream().map(TextFiles::show).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.conll, ''",
    "a.csv, ''",
    "a.ann, BRAT",
    "a.json, LABEL-STUDIO",
    "a.JSON.gz, LABEL-STUDIO"
  })
  void detectsByName(String name, String format) throws IOException {
    assertEquals(format, TextFormats.detect(folder.resolve(name)).map(TextFormat::name).orElse(""));
  }

  @Test
  void readsArraysOverSeveralLines() throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(
        file,
        "[\r\n{\"text\":\"Ann\",\"label\":[[0,3,\"PER\"]]},\r\n{\"text\":9,\"label\":[]},\r\n"
            + "{\"text\":\n\"Oslo\",\"label\":[]}\r\n]\r\n");
    TextCorpus corpus = read("doccano", file);
    assertEquals(List.of(2, 4), corpus.texts().stream().map(AnnotatedText::line).toList());
    TextFiles.assertMessage(file + ":3", "found a number for 'text'", corpus.broken().get(0));
    Files.writeString(file, "[{\"text\":\"secret\",\"label\":[]},\n");
    TextFiles.assertRefused(
        file + ":1", "found JSON that ends too early", () -> read("doccano", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"text\":\"secret\"}\n", "{\n\"text\":\n", "a\tB-secret\n", "[]"})
  void linesOfNoFormat(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), content);
    TextFiles.assertRefused(
        file.toString(), "found no record of a known format", () -> TextFormats.detect(file));
  }

  @Test
  void showsWhatSpansCover() {
    assertEquals("Oslo|LOC Oslo", show(TEXTS.get(2)));
  }
}
