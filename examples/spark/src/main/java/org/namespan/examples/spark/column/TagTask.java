package org.namespan.examples.spark.column;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.namespan.Document;
import org.namespan.EntityTagger;
import org.namespan.Sentence;
import org.namespan.examples.spark.model.ExecutorModels;
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
    EntityTagger tagger = ExecutorModels.get(source).tagger();
    return texts -> tagger.tagAllDocuments(texts).stream().map(this::answer).toList();
  }

  private TextAnswer answer(Document document) {
    int tokens = 0;
    for (Sentence sentence : document.sentences()) {
      tokens += sentence.tokens().size();
    }
    Row[] entities = EntityRows.of(document.text(), document.entities(), unit);
    return new TextAnswer(new Object[] {entities}, tokens, entities.length);
  }
}
