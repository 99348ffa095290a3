package org.namespan.trainer.batch;

/**
 * Ids of one kind.
 *
 * @param width ids of each token
 * @param values of a sentence {@code [time, width]}, of a batch {@code [size, time, width]}; the
 *     array itself
 */
public record TokenIds(int width, int[] values) {}
