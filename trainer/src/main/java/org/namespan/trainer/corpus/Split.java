package org.namespan.trainer.corpus;

/**
 * A corpus in two parts, with copies of a sentence in one part only. Copies are sentences of the
 * same tokens, whatever their tags.
 *
 * @param train the part to train on, in the order of the file
 * @param dev the part to measure on, in the order of the file
 * @param copies sentences in the whole corpus that repeat an earlier one
 * @param moved those of the copies that were moved across the cut to the part of the first of them;
 *     0 for a random split, which draws all copies together
 * @param conflicting those of the copies that are tagged otherwise than the first of them
 */
public record Split(Corpus train, Corpus dev, int copies, int moved, int conflicting) {}
