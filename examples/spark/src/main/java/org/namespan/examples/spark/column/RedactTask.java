package org.namespan.examples.spark.column;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import org.namespan.examples.spark.model.ExecutorModels;
import org.namespan.examples.spark.model.ModelFiles;
import org.namespan.examples.spark.model.TaggerModel;
import org.namespan.examples.spark.model.TaggerSource;
import org.namespan.redaction.Operator;
import org.namespan.redaction.Redaction;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;

/**
 * Replaces the names of texts: a column {@code redacted}, and {@code redaction_map} with the map
 * that restores it, if that is kept.
 *
 * @param source of the tagger
 * @param secretFile a file of 16 bytes or more, as {@link ModelFiles#find} finds it: the same name
 *     then has the same hash in all rows. Null for placeholders, which are numbered in each row
 * @param keepMap whether maps are kept
 */
public record RedactTask(TaggerSource source, @Nullable String secretFile, boolean keepMap)
    implements TextTask {

  @Override
  public List<StructField> columns() {
    List<StructField> columns = new ArrayList<>();
    columns.add(DataTypes.createStructField("redacted", DataTypes.StringType, true));
    if (keepMap) {
      columns.add(DataTypes.createStructField("redaction_map", DataTypes.StringType, true));
    }
    return columns;
  }

  @Override
  public Answerer open() {
    TaggerModel model = ExecutorModels.get(source);
    Redactor redactor =
        new Redactor(model.tagger(), RedactorOptions.defaults().withOperator(operator()));
    return texts -> {
      List<Redaction> redactions = redactor.redactAll(texts);
      List<TextAnswer> answers = new ArrayList<>(texts.size());
      for (int i = 0; i < texts.size(); i++) {
        Redaction redaction = redactions.get(i);
        answers.add(
            new TextAnswer(values(redaction), model.countTokens(texts.get(i)), redaction.count()));
      }
      return answers;
    };
  }

  private Object[] values(Redaction redaction) {
    return keepMap
        ? new Object[] {
          redaction.text(), new String(redaction.map().toBytes(), StandardCharsets.UTF_8)
        }
        : new Object[] {redaction.text()};
  }

  private Operator operator() {
    if (secretFile == null) {
      return Operator.placeholder();
    }
    try {
      return Operator.hash(Files.readAllBytes(ModelFiles.find(secretFile)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
