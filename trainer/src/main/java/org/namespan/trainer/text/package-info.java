/**
 * Learns the tokenizer and the sentence detector of a model from a corpus of tokens without raw
 * text, so that tokens in use look as they did in training.
 *
 * <p>{@link org.namespan.trainer.text.Detokenizer} joins the tokens of a sentence to text, {@code
 * TextSamples} makes OpenNLP's training samples of such texts, and {@link
 * org.namespan.trainer.text.TextModelLearner} trains OpenNLP's maxent models on these and writes
 * them as the maxent tables of {@link org.namespan.model.text.TextModels}.
 */
package org.namespan.trainer.text;
