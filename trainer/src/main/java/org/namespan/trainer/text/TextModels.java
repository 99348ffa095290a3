package org.namespan.trainer.text;

/**
 * Two serialised OpenNLP models, as {@link org.namespan.internal.text.TextSplitter#openNlp} takes
 * them. The arrays are not copied.
 *
 * @param tokenizer an {@code opennlp.tools.tokenize.TokenizerModel}
 * @param sentences an {@code opennlp.tools.sentdetect.SentenceModel}
 */
public record TextModels(byte[] tokenizer, byte[] sentences) {}
