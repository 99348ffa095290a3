package org.namespan.examples.spark.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.classification.Classification;
import org.namespan.classification.TextClassifier;
import org.namespan.examples.spark.LocalSpark;
import org.namespan.examples.spark.model.ClassifierSource;
import org.namespan.examples.spark.model.TaggerSource;
import org.namespan.redaction.RedactionMap;
import org.namespan.redaction.Redactor;

class TextColumnsTest {

  private static final Path CLASSIFIER =
      Path.of("../../sdk/core/src/test/resources/fixtures/format-5.onnx").toAbsolutePath();

  @TempDir private static Path folder;
  private static SparkSession spark;
  private static EntityTagger tagger;

  @BeforeAll
  static void start() throws IOException {
    spark = LocalSpark.start(folder);
    tagger = EntityTagger.english();
  }

  @AfterAll
  static void stop() {
    tagger.close();
    spark.stop();
  }

  private static TextCounters counters() {
    return new TextCounters(spark.sparkContext());
  }

  private static Dataset<Row> tagged(Dataset<Row> rows, OffsetUnit unit, TextCounters counters) {
    return new TextColumns("text", new TagTask(TaggerSource.of("en"), unit), counters).addTo(rows);
  }

  /** A file of Parquet with these texts again and again, in several partitions. */
  private static Dataset<Row> parquet(String name, int times) {
    List<String> texts = new ArrayList<>();
    Collections.nCopies(times, LocalSpark.TEXTS).forEach(texts::addAll);
    String file = folder.resolve(name).toString();
    LocalSpark.rows(spark, texts).repartition(3).write().parquet(file);
    return spark.read().parquet(file);
  }

  private static List<String> shown(List<Entity> entities) {
    return entities.stream()
        .map(e -> List.of(e.type(), e.text(), e.start(), e.end(), e.score()).toString())
        .toList();
  }

  private static List<String> shown(Row row, String column) {
    return row.<Row>getList(row.fieldIndex(column)).stream()
        .map(e -> List.of(e.get(0), e.get(1), e.get(2), e.get(3), e.get(4)).toString())
        .toList();
  }

  @Test
  void entitiesOfPartitionsAreThoseOfTheLibrary() {
    TextCounters counters = counters();
    List<Row> rows = tagged(parquet("parts", 300), OffsetUnit.UTF16, counters).collectAsList();
    assertEquals(
        LongStream.range(0, 1500).boxed().collect(Collectors.toSet()),
        rows.stream().map(row -> row.<Long>getAs("id")).collect(Collectors.toSet()));
    assertEquals(1500, rows.size());
    long entities = 0;
    for (Row row : rows) {
      String text = row.getAs("text");
      assertEquals(LocalSpark.TEXTS.get((int) (row.<Long>getAs("id") % 5)), text);
      List<Entity> expected = tagger.tag(text);
      assertEquals(shown(expected), shown(row, "entities"));
      assertNull(row.getAs("failure"));
      entities += expected.size();
    }
    assertTrue(entities > 0);
    assertEquals(1500, counters.rows());
    assertEquals(entities, counters.entities());
    assertEquals(0, counters.failures());
    int tokens = 0;
    for (String text : LocalSpark.TEXTS) {
      tokens += tagger.tagSentences(text).stream().mapToInt(List::size).sum();
    }
    assertEquals(300 * tokens, counters.tokens());
  }

  @Test
  void functionsGiveWhatPartitionsGive() {
    SqlFunctions.registerTagger(spark, "en", OffsetUnit.UTF16);
    parquet("functions", 2).createOrReplaceTempView("letters");
    List<Row> rows =
        spark
            .sql(
                "SELECT text, namespan_entities(text) AS entities, namespan_redact(text) AS redacted"
                    + " FROM letters")
            .collectAsList();
    assertEquals(10, rows.size());
    Redactor redactor = new Redactor(tagger);
    for (Row row : rows) {
      String text = row.getAs("text");
      assertEquals(shown(tagger.tag(text)), shown(row, "entities"));
      assertEquals(redactor.redact(text).text(), row.getAs("redacted"));
    }
    assertTrue(spark.sql("SELECT namespan_entities(NULL)").first().isNullAt(0));
  }

  /** What SQL cuts out at offsets of code points is the entity. */
  @Test
  void codePointsAreWhatSqlCounts() {
    Dataset<Row> rows =
        TextColumns.addEntities(
            LocalSpark.rows(spark, LocalSpark.TEXTS), "text", "en", OffsetUnit.CODE_POINTS);
    List<Row> cut =
        rows.selectExpr("text", "explode(entities) AS e")
            .selectExpr("e.text", "substring(text, e.start + 1, e.end - e.start)")
            .collectAsList();
    assertTrue(cut.size() >= 8);
    cut.forEach(row -> assertEquals(row.getString(0), row.getString(1)));
    assertTrue(cut.stream().anyMatch(row -> row.getString(0).equals("Emmanuel Macron")));
  }

  @Test
  void badRowsAreKeptWithTheirReason() {
    Dataset<Row> rows =
        spark.sql(
            "SELECT * FROM VALUES (0, 'Obama left.'), (1, NULL), (2, CAST(X'4F62FF' AS STRING)),"
                + " (3, repeat('Obama ', 20)), (4, 'Merkel left.') AS t(id, text)");
    TextCounters counters = counters();
    List<Row> answered =
        new TextColumns("text", new TagTask(TaggerSource.of("en"), OffsetUnit.UTF16), counters)
            .withMaxLength(100)
            .addTo(rows)
            .collectAsList();
    assertEquals(
        Arrays.asList(null, "no text", "text is not UTF-8", "120 chars, more than 100", null),
        answered.stream().map(row -> row.getAs("failure")).toList());
    assertEquals(
        List.of(false, true, true, true, false),
        answered.stream().map(row -> row.isNullAt(2)).toList());
    assertEquals(5, counters.rows());
    assertEquals(3, counters.failures());
  }

  /** Spark has UTF-8, which knows no halves of surrogate pairs. */
  @Test
  void halfASurrogatePairIsAQuestionMarkBeforeItIsRead() {
    List<String> texts = List.of("\uD83D Barack Obama left.");
    Row row = tagged(LocalSpark.rows(spark, texts), OffsetUnit.UTF16, counters()).first();
    assertEquals("? Barack Obama left.", row.getAs("text"));
    assertEquals(shown(tagger.tag("? Barack Obama left.")), shown(row, "entities"));
  }

  @Test
  void namesAreReplacedAndRestored() {
    RedactTask task = new RedactTask(TaggerSource.of("en"), null, true);
    List<Row> rows =
        new TextColumns("text", task, counters())
            .addTo(LocalSpark.rows(spark, LocalSpark.TEXTS))
            .collectAsList();
    for (Row row : rows) {
      byte[] map = row.<String>getAs("redaction_map").getBytes(StandardCharsets.UTF_8);
      String redacted = row.getAs("redacted");
      assertEquals(row.<String>getAs("text"), RedactionMap.of(map).restore(redacted));
    }
    assertEquals(
        "[PERSON_1] flew to [LOCATION_1] in [DATE_TIME_1].", rows.get(0).getAs("redacted"));
  }

  /** So that rows with the same name can be joined. */
  @Test
  void theSameNameHasTheSameHashInAllRows() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef");
    RedactTask task = new RedactTask(TaggerSource.of("en"), secret.toString(), false);
    List<String> redacted =
        new TextColumns("text", task, counters())
                .addTo(
                    LocalSpark.rows(
                        spark, List.of("Angela Merkel left.", "Then Angela Merkel came.")))
                .collectAsList()
                .stream()
                .map(row -> row.<String>getAs("redacted"))
                .toList();
    String hash = redacted.get(0).substring(0, redacted.get(0).indexOf(']') + 1);
    assertEquals(List.of(hash + " left.", "Then " + hash + " came."), redacted);
  }

  @Test
  void classesAreThoseOfTheLibrary() throws IOException {
    SqlFunctions.registerClassifier(spark, CLASSIFIER.toString());
    Dataset<Row> rows =
        new TextColumns(
                "text", new ClassifyTask(new ClassifierSource(CLASSIFIER.toString())), counters())
            .addTo(LocalSpark.rows(spark, LocalSpark.TEXTS))
            .selectExpr("text", "classes", "namespan_classes(text) AS again");
    try (TextClassifier classifier = TextClassifier.load(CLASSIFIER)) {
      for (Row row : rows.collectAsList()) {
        Classification found = classifier.classify(row.getString(0));
        List<Row> classes = row.getList(1);
        assertEquals(found.classes(), classes.stream().map(c -> c.getString(0)).toList());
        classes.forEach(c -> assertEquals(found.score(c.getString(0)), c.getDouble(1)));
        assertEquals(classes, row.getList(2));
      }
    }
  }

  /** Files that come while the query runs, and one that is there when it begins again. */
  @Test
  void streamsAreAnsweredOnce() throws Exception {
    Path letters = folder.resolve("letters");
    Dataset<Row> rows = LocalSpark.rows(spark, LocalSpark.TEXTS);
    rows.write().parquet(letters.toString());
    stream(letters);
    rows.selectExpr("id + 5 AS id", "text").write().mode("append").parquet(letters.toString());
    stream(letters);
    List<Row> answered =
        spark.read().parquet(folder.resolve("answers").toString()).orderBy("id").collectAsList();
    assertEquals(10, answered.size());
    for (int i = 0; i < 10; i++) {
      Row row = answered.get(i);
      assertEquals(i, row.<Long>getAs("id"));
      assertEquals(shown(tagger.tag(row.getAs("text"))), shown(row, "entities"));
    }
  }

  private static void stream(Path letters) throws Exception {
    Dataset<Row> rows =
        spark.readStream().schema("id LONG, text STRING").parquet(letters.toString());
    StreamingQuery query =
        tagged(rows, OffsetUnit.UTF16, counters())
            .writeStream()
            .format("parquet")
            .option("path", folder.resolve("answers").toString())
            .option("checkpointLocation", folder.resolve("checkpoint").toString())
            .trigger(Trigger.AvailableNow())
            .start();
    query.awaitTermination();
  }

  @Test
  void columnsThatDoNotFitAreRefused() {
    Dataset<Row> rows = LocalSpark.rows(spark, LocalSpark.TEXTS);
    TextTask task = new TagTask(TaggerSource.of("en"), OffsetUnit.UTF16);
    assertEquals(
        "found struct<id:bigint,text:string>, expected a column 'body' of strings; select or cast"
            + " it first",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TextColumns("body", task, counters()).addTo(rows))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> new TextColumns("id", task, counters()).addTo(rows));
    assertEquals(
        "found a column 'failure', which is to be added; rename or drop it first",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new TextColumns("text", task, counters())
                        .addTo(rows.selectExpr("text", "id AS failure")))
            .getMessage());
  }
}
