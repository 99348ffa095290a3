package org.namespan.trainer.bulk;

import java.io.IOException;
import java.util.List;
import org.namespan.redaction.RedactionMap;
import org.namespan.redaction.Restorer;
import org.namespan.trainer.record.TextRecord;

/** Puts back the names of texts that were redacted, each by its own map. */
public final class RestoreTask implements BulkTask {

  private final MapLine map;

  /**
   * @param map how maps are read
   */
  public RestoreTask(MapLine map) {
    this.map = map;
  }

  @Override
  public void answer(List<TextRecord> records, List<MapLines.MapText> maps, AnswerLines lines)
      throws IOException {
    for (int i = 0; i < records.size(); i++) {
      TextRecord record = records.get(i);
      Restorer restorer = read(maps.get(i)).restorer();
      String text = restorer.push(record.text()) + restorer.end();
      lines.replaced(record, text, restorer.restored());
      lines.unknown(restorer.unknown().size());
    }
  }

  private RedactionMap read(MapLines.MapText line) throws IOException {
    try {
      return map.read(line.text());
    } catch (IllegalArgumentException e) {
      throw new IOException(line.name() + ": " + e.getMessage(), e);
    }
  }
}
