package org.namespan.examples.spark.column;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.namespan.Entity;
import org.namespan.examples.spark.model.ExecutorModels;
import org.namespan.examples.spark.model.TaggerModel;
import org.namespan.examples.spark.model.TaggerSource;

/**
 * Finds the entities of texts: a column {@code entities}, {@code array<struct<type, text, start,
 * end, score>>}.
 *
 * @param source of the tagger
 * @param unit what {@code start} and {@code end} count
 */
public record TagTask(TaggerSource source, OffsetUnit unit) implements TextTask {

  @Override
  public List<StructField> columns() {
    return List.of(
        DataTypes.createStructField(
            "entities", DataTypes.createArrayType(EntityRows.TYPE, false), true));
  }

  @Override
  public Answerer open() {
    TaggerModel model = ExecutorModels.get(source);
    return texts -> {
      List<List<Entity>> found = model.tagger().tagAll(texts);
      List<TextAnswer> answers = new ArrayList<>(texts.size());
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i);
        Row[] entities = EntityRows.of(text, found.get(i), unit);
        answers.add(
            new TextAnswer(new Object[] {entities}, model.countTokens(text), entities.length));
      }
      return answers;
    };
  }
}
