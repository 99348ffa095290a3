package org.namespan.trainer.bulk;

import java.util.List;
import org.namespan.trainer.record.BadRecord;
import org.namespan.trainer.record.Position;

/**
 * What became of a batch.
 *
 * @param output lines of the output, packed as its file is
 * @param maps lines of the file of redaction maps, one for each line of the output; empty for none
 * @param bad records that were left out, in order
 * @param counts of this batch
 * @param end behind the last record
 * @param consumed bytes on disk that were read by then
 */
record BatchAnswer(
    byte[] output, byte[] maps, List<BadRecord> bad, Counts counts, Position end, long consumed) {}
