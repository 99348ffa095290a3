package org.namespan.examples.spark.column;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.namespan.classification.Classification;
import org.namespan.examples.spark.model.ClassifierModel;
import org.namespan.examples.spark.model.ClassifierSource;
import org.namespan.examples.spark.model.ExecutorModels;

/**
 * Tells the classes of texts: a column {@code classes}, {@code array<struct<name, score>>}, with
 * those that a text has, the likeliest first.
 *
 * @param source of the classifier
 */
public record ClassifyTask(ClassifierSource source) implements TextTask {

  private static final StructType TYPE =
      new StructType(
          new StructField[] {
            DataTypes.createStructField("name", DataTypes.StringType, false),
            DataTypes.createStructField("score", DataTypes.DoubleType, false)
          });

  @Override
  public List<StructField> columns() {
    return List.of(
        DataTypes.createStructField("classes", DataTypes.createArrayType(TYPE, false), true));
  }

  @Override
  public Answerer open() {
    ClassifierModel model = ExecutorModels.get(source);
    return texts -> {
      List<Classification> found = model.classifier().classifyAll(texts);
      List<TextAnswer> answers = new ArrayList<>(texts.size());
      for (int i = 0; i < texts.size(); i++) {
        Row[] classes = rows(found.get(i));
        answers.add(
            new TextAnswer(
                new Object[] {classes}, model.countTokens(texts.get(i)), classes.length));
      }
      return answers;
    };
  }

  private static Row[] rows(Classification found) {
    return found.classes().stream()
        .map(name -> RowFactory.create(name, found.score(name)))
        .toArray(Row[]::new);
  }
}
