/**
 * What is wrong, odd or doubtful in annotated corpora, found in one run.
 *
 * <p>The road through the package:
 *
 * <ol>
 *   <li>{@link org.namespan.trainer.check.CheckedFile} reads a file past everything that is wrong
 *       in it; {@link org.namespan.trainer.check.CheckedCorpora} are all files, train before dev
 *       before test.
 *   <li>Each {@link org.namespan.trainer.check.CorpusCheck} looks for some {@linkplain
 *       org.namespan.trainer.check.FindingKind kinds} of {@link
 *       org.namespan.trainer.check.Finding}s, whose {@linkplain org.namespan.trainer.check.Case
 *       cases} say where and what. {@link org.namespan.trainer.check.CorpusCounts} are sizes.
 *   <li>{@link org.namespan.trainer.check.CheckReport} holds all of it, for people and for
 *       programs.
 * </ol>
 *
 * <p>{@link org.namespan.trainer.check.DoubtCheck} alone runs models; those it trains itself are
 * made by {@link org.namespan.trainer.check.CrossValidation}.
 *
 * <p>Reports show the words of the corpus, for this is what they are for. Exceptions do not.
 */
@NullMarked
package org.namespan.trainer.check;

import org.jspecify.annotations.NullMarked;
