package org.namespan.examples.spark.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import opennlp.tools.util.Span;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Recognizer;
import org.namespan.TaggerOptions;
import org.namespan.examples.spark.LocalSpark;
import org.namespan.examples.spark.model.OptionsFactory;
import org.namespan.examples.spark.model.TaggerSource;

/** A finder that throws costs its own row alone, and no log tells of the text. */
class FailingRowsTest {

  private static final String SECRET = "Nebuchadnezzar";

  /** Adds a finder that fails on one word, with the text in its message. */
  public static final class FailingFinder implements OptionsFactory {
    @Override
    public TaggerOptions change(TaggerOptions options) {
      return options.withRecognizer(
          Recognizer.beforeModel(
              "failing",
              (Recognizer.TextFinder)
                  text -> {
                    if (text.contains(SECRET)) {
                      throw new IllegalArgumentException("cannot read " + text);
                    }
                    return new Span[0];
                  }));
    }
  }

  private static final class KeptEvents extends AbstractAppender {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    KeptEvents() {
      super("kept", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getLoggerName() + " " + event.getMessage().getFormattedMessage());
      for (Throwable t = event.getThrown(); t != null; t = t.getCause()) {
        lines.add(t.toString());
      }
    }
  }

  @Test
  void aFailureIsToldByItsClassAndNoLogHoldsText(@TempDir Path folder) {
    KeptEvents events = new KeptEvents();
    events.start();
    Logger root = (Logger) LogManager.getRootLogger();
    Level before = root.getLevel();
    root.addAppender(events);
    Configurator.setRootLevel(Level.INFO);
    TaggerSource source = TaggerSource.of("en").withOptionsFactory(FailingFinder.class.getName());
    List<String> texts = Arrays.asList("Barack Obama left.", SECRET + " came.", "Merkel stayed.");
    List<Row> rows;
    try (SparkSession spark = LocalSpark.start(folder)) {
      TextTask task = new TagTask(source, OffsetUnit.UTF16);
      SqlFunctions.register(spark, "entities", task);
      rows =
          new TextColumns("text", task, new TextCounters(spark.sparkContext()))
              .addTo(LocalSpark.rows(spark, texts))
              .selectExpr("failure", "size(entities)", "entities(text) IS NULL")
              .collectAsList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      Configurator.setRootLevel(before);
      root.removeAppender(events);
    }
    assertEquals(
        Arrays.asList(null, "java.lang.IllegalArgumentException", null),
        rows.stream().map(row -> row.get(0)).toList());
    assertEquals(List.of(false, true, false), rows.stream().map(row -> row.get(2)).toList());
    assertTrue(events.lines.stream().anyMatch(line -> line.contains("loaded TaggerSource")));
    assertFalse(events.lines.stream().anyMatch(line -> line.contains(SECRET)));
  }
}
