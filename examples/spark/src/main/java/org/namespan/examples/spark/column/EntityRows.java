package org.namespan.examples.spark.column;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.namespan.Entity;

/** Entities as Spark has them. */
final class EntityRows {

  /** {@code struct<type: string, text: string, start: int, end: int, score: double>}. */
  static final StructType TYPE =
      new StructType(
          new StructField[] {
            DataTypes.createStructField("type", DataTypes.StringType, false),
            DataTypes.createStructField("text", DataTypes.StringType, false),
            DataTypes.createStructField("start", DataTypes.IntegerType, false),
            DataTypes.createStructField("end", DataTypes.IntegerType, false),
            DataTypes.createStructField("score", DataTypes.DoubleType, false)
          });

  private EntityRows() {}

  /**
   * The entities of a text.
   *
   * @param entities in text order, none overlapping
   */
  static Row[] of(String text, List<Entity> entities, OffsetUnit unit) {
    Row[] rows = new Row[entities.size()];
    int at = 0;
    int codePoints = 0;
    for (int i = 0; i < rows.length; i++) {
      Entity entity = entities.get(i);
      int start = entity.start();
      int end = entity.end();
      if (unit == OffsetUnit.CODE_POINTS) {
        start = codePoints + text.codePointCount(at, entity.start());
        end = start + text.codePointCount(entity.start(), entity.end());
        at = entity.end();
        codePoints = end;
      }
      rows[i] = RowFactory.create(entity.type(), entity.text(), start, end, entity.score());
    }
    return rows;
  }
}
