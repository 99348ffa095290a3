/**
 * Annotated text as tools for people keep it: whole texts, and spans with offsets of characters.
 *
 * <p>The road through the package, in both directions:
 *
 * <ol>
 *   <li>A {@link org.namespan.trainer.document.TextFormat} reads the file of a tool, whose offsets
 *       count one {@link org.namespan.trainer.document.OffsetUnit} or another; wrong ones are
 *       noticed. {@link org.namespan.trainer.document.TextFormats} finds it by name and first line.
 *   <li>It becomes a {@link org.namespan.trainer.document.TextCorpus} of {@link
 *       org.namespan.trainer.document.AnnotatedText}s, whose {@link
 *       org.namespan.trainer.document.TextSpan}s have UTF-16 offsets and may overlap, be empty or
 *       have gaps.
 *   <li>The {@link org.namespan.trainer.document.SpanAligner} makes sentences of tokens of them,
 *       which {@code corpus} takes; a {@link org.namespan.trainer.document.SpanPolicy} decides
 *       about spans that do not fit, each of which is told ({@link
 *       org.namespan.trainer.document.SpanProblem}).
 *   <li>{@link org.namespan.trainer.document.SentenceTexts} goes back from sentences to texts, and
 *       {@link org.namespan.trainer.document.WritableTexts} from one format of texts to another.
 * </ol>
 *
 * <p>Messages tell files, lines, offsets and types, and never the user's text.
 */
@NullMarked
package org.namespan.trainer.document;

import org.jspecify.annotations.NullMarked;
