package org.namespan.trainer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.namespan.Entity;

/**
 * Whatever the bytes of a file are, each record is read and written again or is bad, with a reason
 * of one line. The seeds beside this class run with all tests.
 */
class RecordFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void jsonLines(byte[] bytes) throws IOException {
    read(bytes, new JsonLineFormat(FieldPath.of("a.b"), "entities"), true);
  }

  @FuzzTest(maxDuration = "1m")
  void csv(byte[] bytes) throws IOException {
    read(bytes, new CsvFormat("b", "entities", ','), false);
  }

  @FuzzTest(maxDuration = "1m")
  void lines(byte[] bytes) throws IOException {
    read(bytes, PlainFormat.lines(), true);
  }

  private static void read(byte[] bytes, RecordFormat format, boolean json) throws IOException {
    RecordFiles files = RecordFiles.of(List.of(Path.of("-")), new ByteArrayInputStream(bytes));
    long line = 0;
    try (RecordSource source = new RecordSource(files, format, 1000, Position.START)) {
      for (RawRecord record = source.next(); record != null; record = source.next()) {
        assertTrue(record.line() > line, "lines go up");
        line = record.line();
        write(record, format, json);
      }
    } catch (IOException e) {
      // Broken gzip, or a header without the column.
      assertEquals(1, e.getMessage().lines().count());
    }
  }

  private static void write(RawRecord record, RecordFormat format, boolean json) {
    String fault = record.fault();
    if (fault == null) {
      try {
        TextRecord text = format.parse(record);
        StringBuilder out = new StringBuilder();
        text.writeWith(List.of(new Entity("per", "\ud800", 0, 1, 0.5, Entity.MODEL)), out);
        String written = out.toString();
        assertEquals(
            written, new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        if (json) {
          assertTrue(JsonParser.parseString(written).getAsJsonObject().has("entities"));
        }
        text.writeAs("other", new StringBuilder());
        return;
      } catch (BadRecordException e) {
        fault = e.reason();
      }
    }
    assertTrue(fault.startsWith("found ") && fault.contains("expected"), fault);
    assertEquals(1, fault.lines().count());
  }
}
