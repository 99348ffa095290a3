package org.namespan.trainer.bulk;

import java.util.List;
import org.namespan.trainer.record.Position;
import org.namespan.trainer.record.RawRecord;

/**
 * Records that are answered together.
 *
 * @param header what the output begins with; empty but for the first batch
 * @param records in order
 * @param maps for each record the line of its redaction map; empty where none are read
 * @param end behind the last record
 * @param consumed bytes on disk that were read by then
 */
record Batch(
    String header,
    List<RawRecord> records,
    List<MapLines.MapText> maps,
    Position end,
    long consumed) {}
