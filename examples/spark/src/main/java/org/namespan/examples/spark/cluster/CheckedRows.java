package org.namespan.examples.spark.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** Checks that each row is answered once, with the entities that the library alone finds. */
public final class CheckedRows {

  private CheckedRows() {}

  /**
   * Takes the file of lines, a number of rows, and the folder of the answers.
   *
   * @throws IOException naming the first row that is not as it should be
   */
  public static void main(String[] args) throws IOException {
    RepeatedTexts texts = RepeatedTexts.read(Path.of(args[0]));
    int expected = Integer.parseInt(args[1]);
    List<List<Entity>> found;
    try (EntityTagger tagger = EntityTagger.english()) {
      found = tagger.tagAll(texts.lines());
    }
    BitSet seen = new BitSet(expected);
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      Iterator<Row> rows = spark.read().parquet(args[2]).toLocalIterator();
      while (rows.hasNext()) {
        Row row = rows.next();
        int id = (int) row.<Long>getAs("id").longValue();
        if (seen.get(id)) {
          throw new IOException("row " + id + " is answered twice");
        }
        seen.set(id);
        check(id, row, found.get(texts.index(id)));
      }
    }
    if (seen.cardinality() != expected || seen.length() != expected) {
      throw new IOException(
          "found " + seen.cardinality() + " rows, expected " + expected + " from 0 on");
    }
    System.out.printf(
        Locale.ROOT, "%,d rows, each once, with the entities of the library%n", expected);
  }

  private static void check(int id, Row row, List<Entity> expected) throws IOException {
    List<List<?>> entities = new ArrayList<>();
    for (Entity each : expected) {
      entities.add(List.of(each.type(), each.text(), each.start(), each.end(), each.score()));
    }
    List<List<?>> answered = new ArrayList<>();
    for (Row each : row.<Row>getList(row.fieldIndex("entities"))) {
      answered.add(List.of(each.get(0), each.get(1), each.get(2), each.get(3), each.get(4)));
    }
    if (!answered.equals(entities)) {
      throw new IOException("row " + id + " has other entities than the library finds");
    }
  }
}
