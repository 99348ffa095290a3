package org.namespan.examples.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.examples.spark.LocalSpark;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.distillation.TeacherEnsemble;
import org.namespan.trainer.training.WordCounts;

class CorpusJobsTest {

  private static final Path MODEL =
      Path.of("../../sdk/model-en/src/main/resources/org/namespan/model/en/namespan-en.onnx");

  private static Path write(Path folder) {
    Path input = folder.resolve("texts");
    SparkSession spark = LocalSpark.start(folder);
    List<String> texts = new ArrayList<>(LocalSpark.TEXTS);
    texts.add(null);
    LocalSpark.rows(spark, texts).repartition(2).write().parquet(input.toString());
    return input;
  }

  private static List<List<String>> sentences(TaggerSession session) {
    return LocalSpark.TEXTS.stream()
        .flatMap(text -> session.splitter().split(text).stream())
        .map(sentence -> sentence.stream().map(Token::text).toList())
        .toList();
  }

  /** The parts, put one behind another, are a file that training reads. */
  @Test
  void labelsAreThoseOfTheCommand(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("labelled");
    LabelJob.main(
        new String[] {
          "--input", write(folder).toString(),
          "--teacher", MODEL.toString(),
          "--teacher", MODEL.toString(),
          "--max-length", "9",
          "--output", output.toString()
        });
    Path whole = folder.resolve("whole.soft.gz");
    try (Stream<Path> files = Files.list(output);
        OutputStream out = Files.newOutputStream(whole)) {
      List<Path> parts =
          files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
      for (Path part : parts) {
        if (part.toString().endsWith(".gz")) {
          Files.copy(part, out);
        }
      }
    }
    SoftCorpus found = SoftCorpus.read(whole);
    try (TaggerSession session = TaggerSession.open(MODEL);
        TeacherEnsemble teachers = TeacherEnsemble.open(List.of(MODEL, MODEL))) {
      List<List<String>> sentences =
          sentences(session).stream().filter(sentence -> sentence.size() <= 9).toList();
      Path file = folder.resolve("expected.soft.gz");
      new SoftCorpus("", teachers.labels(), teachers.label(sentences)).write(file);
      SoftCorpus expected = SoftCorpus.read(file);
      assertEquals(expected.labels(), found.labels());
      List<SoftSentence> inOrder = sorted(expected.sentences());
      List<SoftSentence> labelled = sorted(found.sentences());
      assertEquals(inOrder.size(), labelled.size());
      assertTrue(inOrder.size() < sentences(session).size());
      for (int i = 0; i < inOrder.size(); i++) {
        assertEquals(inOrder.get(i).tokens(), labelled.get(i).tokens());
        assertArrayEquals(inOrder.get(i).labels(), labelled.get(i).labels());
        assertArrayEquals(inOrder.get(i).weights(), labelled.get(i).weights());
      }
    }
  }

  private static List<SoftSentence> sorted(List<SoftSentence> sentences) {
    return sentences.stream()
        .sorted(Comparator.comparing(sentence -> sentence.tokens().toString()))
        .toList();
  }

  @Test
  void wordsAreCountedAsTrainingCountsThem(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("words");
    WordCountJob.main(
        new String[] {
          "--input", write(folder).toString(), "--output", output.toString(), "--min-count", "2"
        });
    try (TaggerSession session = TaggerSession.open(MODEL);
        SparkSession spark = LocalSpark.start(folder)) {
      Map<String, Long> expected =
          WordCounts.of(sentences(session), session.metadata().recipe()).entrySet().stream()
              .filter(count -> count.getValue() >= 2)
              .collect(Collectors.toMap(Map.Entry::getKey, count -> (long) count.getValue()));
      List<Row> rows = spark.read().parquet(output.toString()).collectAsList();
      assertEquals(
          expected,
          rows.stream().collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1))));
      assertTrue(expected.size() > 2);
      assertEquals(".", rows.get(0).getString(0));
    }
  }
}
