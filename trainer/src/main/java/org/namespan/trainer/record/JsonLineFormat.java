package org.namespan.trainer.record;

import java.util.List;
import org.namespan.Entity;

/**
 * JSON objects, one on a line, with a text in one field. All else of a line is written as it was
 * read, char for char; entities are added as its last member. Blank lines count for nothing.
 */
public final class JsonLineFormat implements RecordFormat {

  private final FieldPath field;
  private final String added;

  /**
   * @param field of the text
   * @param added name of the member for the entities; empty where none are written
   */
  public JsonLineFormat(FieldPath field, String added) {
    this.field = field;
    this.added = added;
  }

  @Override
  public Framing newFraming() {
    return Framing.lines();
  }

  @Override
  public boolean isNothing(RawRecord record) {
    return record.fault() == null && record.isBlank();
  }

  @Override
  public TextRecord parse(RawRecord record) throws BadRecordException {
    String json = record.text();
    return new JsonRecord(json, JsonLine.read(json, field, added), added);
  }

  private record JsonRecord(String json, JsonLine line, String added) implements TextRecord {
    @Override
    public String text() {
      return line.text();
    }

    @Override
    public void writeWith(List<Entity> entities, StringBuilder out) {
      out.append(json, 0, line.end()).append(',');
      JsonText.append(added, out);
      out.append(':');
      EntityJson.append(entities, out);
      out.append(json, line.end(), json.length());
    }

    @Override
    public void writeAs(String changed, StringBuilder out) {
      if (changed.equals(line.text())) {
        out.append(json);
        return;
      }
      out.append(json, 0, line.valueStart());
      JsonText.append(changed, out);
      out.append(json, line.valueEnd(), json.length());
    }
  }
}
