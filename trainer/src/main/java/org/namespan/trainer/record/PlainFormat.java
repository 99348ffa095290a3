package org.namespan.trainer.record;

import java.util.List;
import org.namespan.Entity;

/**
 * Plain texts: each line, or each file, is one. With entities it is a JSON object, {@code text} and
 * {@code entities}, for a file of a folder {@code file} and {@code line} before them.
 */
public final class PlainFormat implements RecordFormat {

  private final boolean wholeFiles;

  private PlainFormat(boolean wholeFiles) {
    this.wholeFiles = wholeFiles;
  }

  /** Each line is a text. */
  public static PlainFormat lines() {
    return new PlainFormat(false);
  }

  /** Each file is a text. */
  public static PlainFormat documents() {
    return new PlainFormat(true);
  }

  @Override
  public Framing newFraming() {
    return wholeFiles ? Framing.wholeFile() : Framing.lines();
  }

  @Override
  public TextRecord parse(RawRecord record) throws BadRecordException {
    return new PlainText(record, record.text());
  }

  private record PlainText(RawRecord record, String text) implements TextRecord {
    @Override
    public void writeWith(List<Entity> entities, StringBuilder out) {
      writeJson(text, out);
      out.append(",\"entities\":");
      EntityJson.append(entities, out);
      out.append('}');
    }

    @Override
    public void writeAs(String changed, StringBuilder out) {
      writeJson(changed, out);
      out.append('}');
    }

    private void writeJson(String shown, StringBuilder out) {
      out.append('{');
      if (record.file().isFound()) {
        out.append("\"file\":");
        JsonText.append(record.file().nameInFolder(), out);
        if (record.line() > 0) {
          out.append(",\"line\":").append(record.line());
        }
        out.append(',');
      }
      out.append("\"text\":");
      JsonText.append(shown, out);
    }
  }
}
