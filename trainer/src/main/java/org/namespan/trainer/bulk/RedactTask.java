package org.namespan.trainer.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.redaction.Redaction;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;
import org.namespan.trainer.record.TextRecord;

/** Replaces the names of texts, each on its own. */
public final class RedactTask implements BulkTask {

  private final EntityTagger tagger;
  private final RedactorOptions options;
  private final @Nullable MapLine map;

  /**
   * @param tagger with one thread, for the run has its own; left open
   * @param map how maps are written; null for none
   */
  public RedactTask(EntityTagger tagger, RedactorOptions options, @Nullable MapLine map) {
    this.tagger = tagger;
    this.options = options;
    this.map = map;
  }

  @Override
  public void answer(List<TextRecord> records, List<MapLines.MapText> maps, AnswerLines lines) {
    List<List<Entity>> found =
        LongTexts.tagAll(tagger, records.stream().map(TextRecord::text).toList());
    for (int i = 0; i < records.size(); i++) {
      TextRecord record = records.get(i);
      Redaction redaction = Redactor.redact(record.text(), found.get(i), options);
      lines.replaced(record, redaction.text(), redaction.count());
      if (map != null) {
        lines.map(map.write(redaction.map()));
      }
    }
  }
}
