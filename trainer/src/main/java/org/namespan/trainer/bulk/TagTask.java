package org.namespan.trainer.bulk;

import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.trainer.record.TextRecord;

/** Finds the entities of texts. */
public final class TagTask implements BulkTask {

  private final EntityTagger tagger;

  /**
   * @param tagger with one thread, for the run has its own; left open
   */
  public TagTask(EntityTagger tagger) {
    this.tagger = tagger;
  }

  @Override
  public void answer(List<TextRecord> records, List<MapLines.MapText> maps, AnswerLines lines) {
    List<List<Entity>> found =
        LongTexts.tagAll(tagger, records.stream().map(TextRecord::text).toList());
    for (int i = 0; i < records.size(); i++) {
      lines.tagged(records.get(i), found.get(i));
    }
  }
}
