package org.namespan.trainer.classifier.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.CorpusProblem;

class LabelledTextFormatsTest {

  @TempDir Path folder;

  private static final LabelledTextOptions SEVERAL =
      new LabelledTextOptions(Optional.empty(), Optional.empty(), true);

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Each text as {@code LINE CLASSES TEXT}. */
  private static List<String> read(Path file, LabelledTextOptions options) throws IOException {
    return LabelledTextFormats.detect(file)
        .read(file, options, CorpusErrorHandler.FAIL)
        .texts()
        .stream()
        .map(text -> text.line() + " " + text.classes() + " " + text.text())
        .toList();
  }

  private static List<String> read(Path file) throws IOException {
    return read(file, LabelledTextOptions.DEFAULT);
  }

  @Test
  void readsTabs() throws IOException {
    Path file = write("a.tsv", "good\tIt is \"fine\"\n\nbad \t so, so\r\n");
    assertEquals(List.of("1 [good] It is \"fine\"", "3 [bad]  so, so"), read(file));
  }

  @Test
  void readsCommasAndQuotes() throws IOException {
    Path file = write("a.csv", "good,\"one\ntwo, \"\"three\"\"\"\nbad,four\n");
    assertEquals(List.of("1 [good] one\ntwo, \"three\"", "3 [bad] four"), read(file));
  }

  @Test
  void columnsAreChosenByNumberOrByName() throws IOException {
    Path file = write("a.csv", "id,review,stars\n7,fine,5\n8,awful,1\n");
    LabelledTextOptions byName =
        new LabelledTextOptions(Optional.of("review"), Optional.of("stars"), false);
    assertEquals(List.of("2 [5] fine", "3 [1] awful"), read(file, byName));
    LabelledTextOptions byNumber =
        new LabelledTextOptions(Optional.of("2"), Optional.of("3"), false);
    assertEquals(List.of("1 [stars] review", "2 [5] fine", "3 [1] awful"), read(file, byNumber));
    LabelledTextOptions wrong =
        new LabelledTextOptions(Optional.of("text"), Optional.empty(), false);
    CorpusException refused = assertThrows(CorpusException.class, () -> read(file, wrong));
    assertEquals(
        file
            + ":1: found no column of the name text; expected it in the first line; choose one of"
            + " its columns, or give a number from 1",
        refused.getMessage());
  }

  @Test
  void readsJsonLines() throws IOException {
    Path file =
        write(
            "a.jsonl",
            "{\"text\":\"fine\",\"label\":\"good\",\"id\":1}\n\n{\"label\":1,\"text\":\"a\\nb\"}\n");
    assertEquals(List.of("1 [good] fine", "3 [1] a\nb"), read(file));
    Path other = write("b.ndjson", "{\"review\":\"fine\",\"good\":true}\n");
    LabelledTextOptions fields =
        new LabelledTextOptions(Optional.of("review"), Optional.of("good"), false);
    assertEquals(List.of("1 [true] fine"), read(other, fields));
  }

  @Test
  void readsFastText() throws IOException {
    Path file = write("a.txt", "__label__good  It is fine\n__label__bad\n");
    assertEquals(List.of("1 [good] It is fine", "2 [bad] "), read(file));
  }

  @Test
  void readsAFolderOfEachClass() throws IOException {
    Files.createDirectories(folder.resolve("all/good/"));
    Files.createDirectories(folder.resolve("all/bad/"));
    Files.createDirectories(folder.resolve("all/.hidden/"));
    write("all/good/1.txt", "fine\nindeed\n");
    write("all/bad/2.txt", "awful");
    write("all/bad/.swp", "x");
    write("all/README", "x");
    assertEquals(List.of("0 [bad] awful", "0 [good] fine\nindeed\n"), read(folder.resolve("all")));
  }

  @Test
  void textsMayHaveSeveralClassesWhereAskedFor() throws IOException {
    assertEquals(
        List.of("1 [a, b] x", "2 [] y", "3 [a] z"),
        read(write("a.tsv", "a|b\tx\n\ty\na|a\tz\n"), SEVERAL));
    assertEquals(
        List.of("1 [a, b] x", "2 [] y"),
        read(
            write(
                "b.jsonl",
                "{\"text\":\"x\",\"label\":[\"a\",\"b\"]}\n{\"text\":\"y\",\"label\":[]}\n"),
            SEVERAL));
    assertEquals(
        List.of("1 [a, b] x", "2 [] y"),
        read(write("c.txt", "__label__a __label__b x\ny\n"), SEVERAL));
  }

  @Test
  void readsGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("good\tfine\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("a.tsv.gz"), packed.toByteArray());
    assertEquals(List.of("1 [good] fine"), read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "a.tsv   > 'x\ty\nonly'                            > :2: found 1 column; expected at least 2",
        "a.tsv   > '\tx'                                   > :1: found a label that is empty",
        "a.csv   > 'a,\"x'                                 > :1: found a quote that does not end",
        "a.jsonl > '[1]'                                   > :1: found no JSON object",
        "a.jsonl > '{\"text\":\"x\"}'                      > :1: found no text or no label",
        "a.jsonl > '{\"text\":\"x\",\"label\":[\"a\",\"b\"]}' > :1: found 2 labels; expected one",
        "a.txt   > 'no label'                              > :1: found 0 labels; expected one",
        "a.tsv   > ''                                      > : found no text",
        "a.odd   > 'x'                                     > : found a name that tells no format",
      })
  void refusesWhatItCannotUse(String name, String content, String expected) throws IOException {
    Path file = write(name, content);
    CorpusException refused = assertThrows(CorpusException.class, () -> read(file));
    String message = refused.getMessage();
    assertEquals(true, message.startsWith(file + expected), message);
  }

  @Test
  void goesOnAfterBadLinesIfAsked() throws IOException {
    Path file = write("a.tsv", "a\tx\nonly\n\ty\nb\tz\n");
    List<CorpusProblem> problems = new ArrayList<>();
    CorpusErrorHandler errors =
        new CorpusErrorHandler() {
          @Override
          public void badLine(CorpusProblem problem) {
            problems.add(problem);
          }
        };
    LabelledCorpus corpus =
        LabelledTextFormats.named("tsv").read(file, LabelledTextOptions.DEFAULT, errors);
    assertEquals(List.of(1, 4), corpus.texts().stream().map(LabelledText::line).toList());
    assertEquals(List.of(2, 3), problems.stream().map(CorpusProblem::line).toList());
    assertThrows(IllegalArgumentException.class, () -> LabelledTextFormats.named("xml"));
  }
}
