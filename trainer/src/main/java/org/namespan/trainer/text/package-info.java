/**
 * Learns from a corpus where tokens and sentences end, so that tokens in use look as they did in
 * training.
 *
 * <p>A sentence is learned from as it stands in its text where the corpus has it. The text of other
 * corpora, which hold tokens alone, is made by the {@link org.namespan.trainer.text.Detokenizer}.
 * {@code TextSamples} makes OpenNLP's training samples of both, and {@code TextModelLearner} trains
 * OpenNLP's maxent models on these and writes them as the maxent tables of {@link
 * org.namespan.model.text.TextModels}.
 */
@NullMarked
package org.namespan.trainer.text;

import org.jspecify.annotations.NullMarked;
