/**
 * Annotated text, from files to the sentences that training and evaluation take.
 *
 * <p>The road through the package, and on from it:
 *
 * <ol>
 *   <li>A file is read by the {@link org.namespan.trainer.corpus.CorpusReader} of its format, which
 *       {@link org.namespan.trainer.corpus.CorpusFormats} finds by its name. {@link
 *       org.namespan.trainer.corpus.ReaderOptions} say what the name does not tell: columns, the
 *       scheme of the tags, and what to do with malformed ones ({@link
 *       org.namespan.trainer.corpus.RepairPolicy}).
 *   <li>It becomes a {@link org.namespan.trainer.corpus.Corpus} of {@link
 *       org.namespan.trainer.corpus.Sentence}s: tokens, entities as spans, the line of each token,
 *       and the text in which they stand where the file has it ({@link
 *       org.namespan.trainer.corpus.AlignedText}). Tags end here; a sentence writes them again for
 *       a network or a file that needs them.
 *   <li>{@link org.namespan.trainer.corpus.TypeMap} renames types, so that corpora annotated by
 *       other rules train one model; what a corpus does not tell is left open. {@link
 *       org.namespan.trainer.corpus.Splits} divides a corpus without copies of a sentence on both
 *       sides, and {@link org.namespan.trainer.corpus.CorpusWriter} writes the parts. {@link
 *       org.namespan.trainer.corpus.Casing} writes tokens in another case.
 *   <li>{@code training} turns the sentences to labels and ids, {@code evaluation} compares their
 *       spans with those of a tagger, and {@code text} learns from them where tokens and sentences
 *       end.
 * </ol>
 *
 * <p>{@link org.namespan.trainer.corpus.SoftCorpus} is text that models labelled, with a
 * distribution over labels at each token instead of spans.
 *
 * <p>Whatever is wrong with a file is told in one line with its name and line, and without the
 * user's text ({@link org.namespan.trainer.corpus.CorpusException}). A {@link
 * org.namespan.trainer.corpus.CorpusErrorHandler} hears of it first and may have the reader go on.
 */
@NullMarked
package org.namespan.trainer.corpus;

import org.jspecify.annotations.NullMarked;
