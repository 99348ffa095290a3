package org.namespan.examples.spark.column;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;
import org.namespan.examples.spark.model.ExecutorCounts;
import org.namespan.examples.spark.model.ExecutorModels;

/** A task as a function of one text; its value is that of the task's first column. */
final class TextFunction implements UDF1<@Nullable String, @Nullable Object> {

  private static final long serialVersionUID = 1;

  private final TextTask task;

  TextFunction(TextTask task) {
    this.task = task;
  }

  /** Null if there is no text, or it cannot be answered. */
  @Override
  public @Nullable Object call(@Nullable String text) {
    if (text == null) {
      return null;
    }
    TextTask.Answerer answerer = task.open();
    int closings = ExecutorModels.closings();
    try {
      TextAnswer answer = answerer.answerAll(List.of(text)).get(0);
      ExecutorCounts.add(answer.tokens(), answer.entities(), false);
      return answer.values()[0];
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (ExecutorModels.closings() != closings) {
        throw e;
      }
      ExecutorCounts.add(0, 0, true);
      return null;
    }
  }
}
