/**
 * Answers files of records of any size, on several threads, in order, and goes on after a kill.
 *
 * <pre>
 * RecordSource -> Batch -> BulkTask on several threads -> BatchAnswer, in order -> BulkOutput
 * </pre>
 *
 * <ul>
 *   <li>{@link org.namespan.trainer.bulk.BulkRun} is this road: one thread reads, several answer,
 *       the caller's writes. No more than a few batches are between them.
 *   <li>{@link org.namespan.trainer.bulk.BulkTask} is what is done with the texts: tag, redact,
 *       restore. All work on a record but finding its end is done there, so that it is spread.
 *   <li>{@link org.namespan.trainer.bulk.BulkOutput} takes the answers: {@link
 *       org.namespan.trainer.bulk.PartFile}s that appear whole, with a {@link
 *       org.namespan.trainer.bulk.ResumeFile} beside them.
 * </ul>
 */
@NullMarked
package org.namespan.trainer.bulk;

import org.jspecify.annotations.NullMarked;
