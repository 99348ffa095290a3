/**
 * Records that hold a text each: lines, JSON lines, rows of CSV, or whole files.
 *
 * <ul>
 *   <li>{@link org.namespan.trainer.record.RecordFiles} are the files that a user names, and those
 *       below the folders among them.
 *   <li>{@link org.namespan.trainer.record.RecordSource} reads their records one after the other,
 *       from the start or from a {@link org.namespan.trainer.record.Position}; a {@link
 *       org.namespan.trainer.record.Framing} tells where each ends.
 *   <li>{@link org.namespan.trainer.record.RecordFormat} takes a record apart, and the {@link
 *       org.namespan.trainer.record.TextRecord} that it gives writes it again, with entities or
 *       with another text. What it cannot read is a {@link org.namespan.trainer.record.BadRecord}.
 * </ul>
 */
@NullMarked
package org.namespan.trainer.record;

import org.jspecify.annotations.NullMarked;
