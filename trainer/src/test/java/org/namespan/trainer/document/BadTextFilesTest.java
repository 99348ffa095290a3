package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.document.TextFiles.assertMessage;
import static org.namespan.trainer.document.TextFiles.assertRefused;
import static org.namespan.trainer.document.TextFiles.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told with its line, and a broken record costs no other. */
class BadTextFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "doccano | {\"text\":\"secret\",\"label\":[[0,3 | found JSON that ends too early",
        "doccano | {\"text\":\"secret\",\"label\":[]}} | found something that is no JSON",
        "doccano | {'text':'secret','label':[]} | found something that is no JSON",
        "doccano | [\"secret\"] | found an array of 1 for the record; expected an object",
        "doccano | {\"label\":[]} | found no 'text'",
        "doccano | {\"text\":null,\"label\":[]} | found no 'text'",
        "doccano | {\"text\":7,\"label\":[]} | found a number for 'text'; expected a string",
        "doccano | {\"text\":\"secret\"} | found no 'label', 'labels' or 'entities'",
        "doccano | {\"text\":\"secret\",\"label\":[\"good\"]} "
            + "| found a string for 'label[0]'; expected an array",
        "doccano | {\"text\":\"secret\",\"label\":[[0,3]]} "
            + "| found an array of 2 for 'label[0]'; expected an array of 3",
        "doccano | {\"text\":\"secret\",\"label\":[[0,\"3\",\"X\"]]} "
            + "| found a string for 'label[0][1]'; expected an integer",
        "doccano | {\"text\":\"secret\",\"label\":[[0,3.5,\"X\"]]} | expected an integer",
        "doccano | {\"text\":\"secret\",\"label\":[[0,1e999999999,\"X\"]]} | expected an integer",
        "doccano | {\"text\":\"secret\",\"label\":[[0,99999999999,\"X\"]]} | expected an integer",
        "doccano | {\"text\":\"secret\",\"label\":[[3,1,\"X\"]]} | found a span from 3 to 1",
        "doccano | {\"text\":\"secret\",\"label\":[[-1,1,\"X\"]]} | found a span from -1 to 1",
        "doccano | {\"text\":\"secret\",\"label\":[[0,7,\"X\"]]} | whose end is 6",
        "doccano | {\"text\":\"secret\",\"label\":[[0,3,\" \"]]} | found an entity type that is blank",
        "doccano | {\"text\":\"secret\",\"label\":[[0,3,\"a\\tb\"]]} | a control character",
        "doccano | {\"text\":\"secret\\u0000\",\"label\":[]} | found a NUL in a text",
        "doccano | {\"text\":\"secret\\ud83d\",\"label\":[]} | found half a surrogate pair",
        "spacy | [\"secret\",[]] | found an array of 0 for '[1]'; expected an object",
        "spacy | {\"text\":\"secret\"} | found no 'entities'",
        "prodigy | {\"text\":\"secret\",\"answer\":\"perhaps\"} | found another answer",
        "prodigy | {\"text\":\"secret\",\"spans\":[{\"start\":0,\"end\":3}]} "
            + "| found no 'spans[0].label'",
        "prodigy | {\"text\":\"secret\",\"spans\":[{\"start\":0,\"end\":3,\"label\":\"X\","
            + "\"text\":\"ecr\"}]} | found other words from 0 to 3",
      })
  void brokenLines(String format, String line, String part) throws IOException {
    String good = format.equals("doccano") ? "label" : "entities";
    good = format.equals("prodigy") ? "spans" : good;
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file,
        "{\"text\":\"a\",\""
            + good
            + "\":[]}\n\n"
            + line
            + "\n{\"text\":\"b\",\""
            + good
            + "\":[]}\n");
    TextCorpus corpus = read(format, file);
    assertEquals(2, corpus.texts().size());
    assertEquals(1, corpus.broken().size());
    assertMessage(file + ":3", part, corpus.broken().get(0));
    // Alone, there is nothing left to read.
    Files.writeString(file, line);
    assertRefused(file + ":1", part, () -> read(format, file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"data\":{\"text\":\"secret\"}} | 1 | found no array of tasks",
        "[{\"data\":{\"text\":\"secret\"}, | 1 | found JSON that ends too early",
        "[{\"data\":{\"text\":\"sec | 1 | found something that is no JSON",
        "[] | 0 | found no annotated text",
        "[] [] | 1 | found something that is no JSON",
        "[7] | 1 | found a number for the record; expected an object",
        "[{\"annotations\":[]}] | 1 | found no 'data'",
        "[{\"data\":{\"a\":\"secret\",\"b\":\"secret\"}}] | 1 | 2 other strings in 'data'",
        "[{\"data\":{\"text\":\"a\"},\"annotations\":[{}]}] | 1 | found no 'annotations[0].result'",
        "[{\"data\":{\"text\":\"secret\"},\"annotations\":[{\"result\":[{\"type\":\"labels\","
            + "\"value\":{\"start\":0,\"end\":3,\"text\":\"ecr\",\"labels\":[\"X\"]}}]}]}] | 1 "
            + "| found other words from 0 to 3",
        "[{\"data\":{\"text\":\"secret\"},\"annotations\":[{\"result\":[{\"type\":\"labels\","
            + "\"value\":{\"start\":0,\"labels\":[\"X\"]}}]}]}] | 1 | value.end'",
      })
  void badTasks(String json, int line, String part) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), json);
    assertRefused(file + (line == 0 ? "" : ":" + line), part, () -> read("label-studio", file));
  }

  @Test
  void theLineOfATaskIsTold() throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(
        file,
        "[\n{\"data\":{\"text\":\"a\"},\n\"annotations\":[{\"result\":[]}]},\n\n"
            + " {\"data\":{\"text\":9}},{\"data\":\n{\"text\":9}}]");
    TextCorpus corpus = read("label-studio", file);
    assertEquals(1, corpus.texts().size());
    assertMessage(file + ":5", "found a number for 'data.text'", corpus.broken().get(0));
    assertMessage(file + ":5", "found a number for 'data.text'", corpus.broken().get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "T1 PER 0 3 secret | found a line that is no annotation",
        "`T1\tPER 0 3` | found a line that is no annotation",
        "`T1\tPER 3 0\tx` | found a span from 3 to 0",
        "`T1\tPER 0 3;2 4\tx` | found a span from 2 to 4",
        "`T1\tPER 0 9\tsecret` | whose end is 6",
        "`T1\tPER 0 3\tecr` | found other words from 0 to 3",
        "secret | found a line that is no annotation",
      })
  void badStandoff(String line, String part) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "secret");
    Path annotations = folder.resolve("a.ann");
    Files.writeString(annotations, "#1\tAnnotatorNotes T1\tsecret\n" + line + "\n");
    assertRefused(annotations + ":2", part, () -> read("brat", annotations));
    // In a folder, only this text is lost.
    Files.writeString(folder.resolve("b.txt"), "b");
    Files.writeString(folder.resolve("b.ann"), "");
    TextCorpus corpus = read("brat", folder);
    assertEquals(1, corpus.texts().size());
    assertMessage(annotations + ":2", part, corpus.broken().get(0));
  }

  @Test
  void standoffNeedsBothFiles() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "secret");
    assertRefused(folder.resolve("a.ann").toString(), "no such file", () -> read("brat", text));
    Files.move(text, folder.resolve("b.ann"));
    assertRefused(
        text.toString().replace("a.txt", "b.txt"),
        "no such file",
        () -> read("brat", folder.resolve("b.ann")));
  }

  @ParameterizedTest
  @CsvSource({"doccano", "prodigy", "spacy", "label-studio", "brat"})
  void whatIsNoText(String format) throws IOException {
    Path file = folder.resolve(format.equals("brat") ? "a.txt" : "a.json");
    Files.writeString(folder.resolve("a.ann"), "");
    Files.write(file, "[\nsecret\0".getBytes(StandardCharsets.UTF_8));
    assertRefused(file + ":2", "found a NUL byte", () -> read(format, file));
    Files.write(file, "[\n\nsécret".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(file + ":3", "not UTF-8", () -> read(format, file));
    Files.delete(file);
    assertRefused(file.toString(), "no such file", () -> read(format, file));
  }
}
