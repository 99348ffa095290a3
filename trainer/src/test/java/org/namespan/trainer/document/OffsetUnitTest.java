package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.namespan.trainer.document.TextFiles.assertMessage;
import static org.namespan.trainer.document.TextFiles.assertRefused;
import static org.namespan.trainer.document.TextFiles.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetUnitTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"utf16, 7, 13", "code-points, 5, 11", "bytes, 12, 19"})
  void readsEachUnit(String unit, int start, int end) throws IOException {
    // Chars 0-1 and 2-3 are emoji, é is one char: "😀😀 é Amélie".
    Path file = write("😀😀 é Amélie", start, end);
    TextCorpus corpus = format("doccano").read(file, Optional.of(OffsetUnit.named(unit)));
    assertEquals(
        List.of("😀😀 é Amélie|PER Amélie"), corpus.texts().stream().map(TextFiles::show).toList());
  }

  @ParameterizedTest
  @CsvSource({"7, 13, utf16", "12, 19, bytes"})
  void saysWhichUnitFits(int start, int end, String fitting) throws IOException {
    Path file = write("😀😀 é Amélie and so on, which is secret", start, end);
    assertRefused(
        file + ":1",
        "choose the unit " + fitting + ", or code-points",
        () -> format("doccano").read(file, Optional.empty()));
    // A person who insists is believed.
    TextCorpus corpus = format("doccano").read(file, Optional.of(OffsetUnit.CODE_POINTS));
    assertEquals(1, corpus.texts().size());
  }

  @Test
  void offsetsBehindTheTextTellTheUnit() throws IOException {
    Path file = write("😀😀😀 Ann", 7, 10);
    assertRefused(
        file + ":1",
        "found 1 of 1 spans that cannot stand where they do if offsets count code-points, and 0 if"
            + " they count utf16",
        () -> format("doccano").read(file, Optional.of(OffsetUnit.CODE_POINTS)));
  }

  @Test
  void coveredWordsTellTheUnit() throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(
        file,
        "[{\"data\":{\"text\":\"😀 secret Ann\"},\"annotations\":[{\"result\":[{\"type\":\"labels\","
            + "\"value\":{\"start\":9,\"end\":12,\"text\":\"Ann\",\"labels\":[\"PER\"]}}]}]}]");
    assertRefused(
        file + ":1",
        "choose the unit code-points",
        () -> format("label-studio").read(file, Optional.of(OffsetUnit.UTF16)));
    TextCorpus corpus = format("label-studio").read(file, Optional.of(OffsetUnit.CODE_POINTS));
    assertEquals(10, corpus.texts().get(0).spans().get(0).start());
  }

  @Test
  void textsThatFitNoUnitAreBroken() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file,
        "{\"text\":\"Ann\",\"label\":[[0,3,\"PER\"]]}\n{\"text\":\"secret\",\"label\":[[0,9,\"X\"]]}\n"
            + "{\"text\":\"😀\",\"label\":[[0,1,\"X\"]]}\n");
    TextCorpus corpus = format("doccano").read(file, Optional.of(OffsetUnit.CODE_POINTS));
    assertEquals(2, corpus.texts().size());
    assertMessage(
        file + ":2",
        "found a span from 0 to 9; expected offsets within the text, whose end is 6",
        corpus.broken().get(0));
  }

  @Test
  void noSuchUnit() {
    assertEquals(OffsetUnit.CODE_POINTS, OffsetUnit.named("Code-Points"));
    assertThrows(IllegalArgumentException.class, () -> OffsetUnit.named("letters"));
  }

  /** Against Java's own counting. */
  @Property(seed = "7", tries = 500)
  void countsAsJavaDoes(@ForAll String any) {
    String text = AnnotatedText.faultOf(any).isPresent() ? "é😀\u0800 " : any;
    OffsetMap utf16 = OffsetMap.of(text, OffsetUnit.UTF16);
    OffsetMap codePoints = OffsetMap.of(text, OffsetUnit.CODE_POINTS);
    OffsetMap bytes = OffsetMap.of(text, OffsetUnit.BYTES);
    for (int at = 0;
        at <= text.length();
        at = at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1) {
      assertEquals(at, utf16.fromUtf16(at));
      assertEquals(text.codePointCount(0, at), codePoints.fromUtf16(at));
      int length = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
      assertEquals(length, bytes.fromUtf16(at));
      for (OffsetMap map : List.of(utf16, codePoints, bytes)) {
        assertEquals(at, map.toUtf16(map.fromUtf16(at)));
      }
    }
  }

  private Path write(String text, int start, int end) throws IOException {
    return Files.writeString(
        folder.resolve("a.jsonl"),
        "{\"text\":\"" + text + "\",\"label\":[[" + start + "," + end + ",\"PER\"]]}\n");
  }
}
