package org.namespan.examples.spark.column;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.namespan.examples.spark.model.ExecutorModels;

/**
 * The rows of a partition with the columns of a task and the reason of those that were not
 * answered. Rows are answered a chunk at a time, as they are asked for, so that sentences of many
 * rows share their batches in little memory. Not thread-safe.
 */
final class AnsweredRows implements Iterator<Row> {

  /** More share no better batches. */
  private static final int ROWS_OF_CHUNK = 512;

  private static final int CHARS_OF_CHUNK = 1 << 18;

  private final Iterator<Row> rows;
  private final int textColumn;
  private final int maxLength;
  private final int answerColumns;
  private final TextTask.Answerer answerer;
  private final TextCounters counters;
  private Iterator<Row> answered = List.<Row>of().iterator();

  /**
   * @param rows whose last column says whether the text is valid UTF-8; it is left out
   * @param textColumn index of the text
   * @param maxLength chars of the longest text that is answered
   * @param task opened here
   */
  AnsweredRows(
      Iterator<Row> rows, int textColumn, int maxLength, TextTask task, TextCounters counters) {
    this.rows = rows;
    this.textColumn = textColumn;
    this.maxLength = maxLength;
    this.answerColumns = task.columns().size();
    this.answerer = task.open();
    this.counters = counters;
  }

  @Override
  public boolean hasNext() {
    if (!answered.hasNext() && rows.hasNext()) {
      answered = answerChunk().iterator();
    }
    return answered.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return answered.next();
  }

  private List<Row> answerChunk() {
    List<Row> chunk = new ArrayList<>();
    List<@Nullable String> failures = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    int chars = 0;
    while (chunk.size() < ROWS_OF_CHUNK && chars < CHARS_OF_CHUNK && rows.hasNext()) {
      Row row = rows.next();
      @Nullable String failure = failure(row);
      chunk.add(row);
      failures.add(failure);
      if (failure == null) {
        texts.add(row.getString(textColumn));
        chars += row.getString(textColumn).length();
      }
    }
    Iterator<Answered> answers = answerTogether(texts).iterator();
    List<Row> complete = new ArrayList<>(chunk.size());
    for (int i = 0; i < chunk.size(); i++) {
      @Nullable String failure = failures.get(i);
      complete.add(
          complete(chunk.get(i), failure == null ? answers.next() : new Answered(null, failure)));
    }
    return complete;
  }

  /** Why a row is not answered, without a word of it; null if it is. */
  private @Nullable String failure(Row row) {
    if (row.isNullAt(textColumn)) {
      return "no text";
    }
    if (!row.getBoolean(row.length() - 1)) {
      return "text is not UTF-8";
    }
    int length = row.getString(textColumn).length();
    return length > maxLength ? length + " chars, more than " + maxLength : null;
  }

  /** What became of a text: one of the two is null. */
  private record Answered(@Nullable TextAnswer answer, @Nullable String failure) {}

  private List<Answered> answerTogether(List<String> texts) {
    int closings = ExecutorModels.closings();
    try {
      return answerer.answerAll(texts).stream().map(answer -> new Answered(answer, null)).toList();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      requireOpen(closings, e);
      return texts.stream().map(text -> answerAlone(text, closings)).toList();
    }
  }

  private Answered answerAlone(String text, int closings) {
    try {
      return new Answered(answerer.answerAll(List.of(text)).get(0), null);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      requireOpen(closings, e);
      // Its message might hold the text.
      return new Answered(null, e.getClass().getName());
    }
  }

  /** What fails because the executor ends is no fault of the text. */
  private static void requireOpen(int closings, RuntimeException failure) {
    if (ExecutorModels.closings() != closings) {
      throw failure;
    }
  }

  private Row complete(Row row, Answered answered) {
    int columns = row.length() - 1;
    @Nullable Object[] values = new @Nullable Object[columns + answerColumns + 1];
    for (int i = 0; i < columns; i++) {
      values[i] = row.get(i);
    }
    TextAnswer answer = answered.answer();
    if (answer == null) {
      counters.failed();
      values[values.length - 1] = answered.failure();
    } else {
      counters.answered(answer);
      System.arraycopy(answer.values(), 0, values, columns, answerColumns);
    }
    return RowFactory.create(values);
  }
}
