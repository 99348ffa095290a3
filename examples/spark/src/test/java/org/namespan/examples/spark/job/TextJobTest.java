package org.namespan.examples.spark.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.examples.spark.LocalSpark;

class TextJobTest {

  private static final PrintStream OUT = System.out;

  /** Runs the job as spark-submit does, in a session that is there; gives what it prints. */
  private static String run(Path folder, String... args) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LocalSpark.start(folder);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      TextJob.main(args);
    } finally {
      System.setOut(OUT);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void linesOfJsonKeepTheirMembersAndTheBrokenOnesTheirReason(@TempDir Path folder)
      throws IOException {
    Path input =
        Files.writeString(
            folder.resolve("docs.jsonl"),
            """
            {"id": 1, "body": "Angela Merkel met Emmanuel Macron in Paris.", "price": 1.5}
            {"id": 2, "body": null}
            {"id": 3, "body": "Otto
            {"id": 4, "body": "Barack Obama left."}
            """);
    Path output = folder.resolve("found");
    String printed =
        run(
            folder,
            "--input",
            input.toString(),
            "--format",
            "json",
            "--column",
            "body",
            "--types",
            "per",
            "--output",
            output.toString(),
            "--output-format",
            "json");
    assertTrue(
        printed.matches("4 rows, 12 tokens, 3 entities, 2 failures, .* tokens/s\n"), printed);
    List<JsonNode> rows = readJson(output);
    assertEquals(
        List.of("1 ", "2 no text", "0 no text", "4 "),
        rows.stream()
            .map(row -> row.path("id").asInt() + " " + row.path("failure").asText())
            .toList());
    assertEquals(1.5, rows.get(0).get("price").asDouble());
    assertEquals("{\"id\": 3, \"body\": \"Otto", rows.get(2).get("_corrupt_record").asText());
    JsonNode macron = rows.get(0).get("entities").get(1);
    assertEquals("Emmanuel Macron", macron.get("text").asText());
    assertEquals(18, macron.get("start").asInt());
  }

  private static List<JsonNode> readJson(Path output) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(output)) {
      for (Path part : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(part)) {
          rows.add(new ObjectMapper().readTree(line));
        }
      }
    }
    return rows;
  }

  /** As a stream that ends once all files are answered. */
  @Test
  void linesOfTextAreAnsweredAsTheyCome(@TempDir Path folder) throws IOException {
    Path input = Files.createDirectory(folder.resolve("lines"));
    Path output = folder.resolve("found");
    String[] args = {
      "--input", input.toString(),
      "--format", "text",
      "--output", output.toString(),
      "--checkpoint", folder.resolve("checkpoint").toString(),
      "--once"
    };
    Files.writeString(input.resolve("a.txt"), "Barack Obama left.\n\nIt rained.\n");
    run(folder, args);
    Files.writeString(input.resolve("b.txt"), "Angela Merkel stayed in Berlin.\n");
    run(folder, args);
    try (SparkSession spark = LocalSpark.start(folder);
        EntityTagger tagger = EntityTagger.english()) {
      List<Row> rows = spark.read().parquet(output.toString()).orderBy("value").collectAsList();
      assertEquals(
          List.of("", "Angela Merkel stayed in Berlin.", "Barack Obama left.", "It rained."),
          rows.stream().map(row -> row.getString(0)).toList());
      for (Row row : rows) {
        assertEquals(
            tagger.tag(row.getString(0)).stream().map(Entity::text).toList(),
            row.<Row>getList(1).stream().map(entity -> entity.getString(1)).toList());
      }
    }
  }
}
