package org.namespan.trainer.record;

/**
 * A record that was left out.
 *
 * @param record where it stands, and its bytes
 * @param reason {@code found ..., expected ...}; nothing of the text
 */
public record BadRecord(RawRecord record, String reason) {

  /** One line for people: {@code docs.jsonl:601: found ..., expected ...}. */
  public String describe() {
    String line = record.line() == 0 ? "" : ":" + record.line();
    return record.file().name() + line + ": " + reason;
  }

  /** A JSON object: {@code file}, {@code line}, {@code reason} and the record as it was read. */
  public void writeJson(StringBuilder out) {
    out.append("{\"file\":");
    JsonText.append(record.file().name(), out);
    out.append(",\"line\":").append(record.line()).append(",\"reason\":");
    JsonText.append(reason, out);
    out.append(",\"record\":");
    JsonText.append(record.replaced(), out);
    out.append('}');
  }
}
