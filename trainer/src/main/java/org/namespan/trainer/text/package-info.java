/**
 * Learns from a corpus where tokens and sentences end, so that tokens in use look as they did in
 * training.
 *
 * <p>A sentence is learned from as it stands in its text where the corpus has it. The text of other
 * corpora, which hold tokens alone, is made by the {@link org.namespan.trainer.text.Detokenizer}.
 * {@link org.namespan.trainer.text.TextModelLearner} makes samples of both and the models for the
 * model file.
 */
package org.namespan.trainer.text;
