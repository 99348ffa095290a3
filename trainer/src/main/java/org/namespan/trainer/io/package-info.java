/**
 * Files as every part of the trainer reads and writes them.
 *
 * <ul>
 *   <li>{@link org.namespan.trainer.io.InputFile} opens what users give, plain or gzip; {@link
 *       org.namespan.trainer.io.TextFile} decodes it, strictly, and tells the line of what is no
 *       text. {@link org.namespan.trainer.io.Utf8Reader} does so for text that is read as it comes.
 *   <li>{@link org.namespan.trainer.io.AtomicFile} writes a file whole or not at all.
 *   <li>{@link org.namespan.trainer.io.Sha256} is the digest of data, checkpoints and vectors.
 *   <li>{@link org.namespan.trainer.io.TextTable} lays out the tables of reports.
 * </ul>
 *
 * <p>The package knows nothing of the others. What is wrong with a file becomes the exception of
 * its reader, by the {@link org.namespan.trainer.io.Refusal} that the reader gives.
 */
@NullMarked
package org.namespan.trainer.io;

import org.jspecify.annotations.NullMarked;
