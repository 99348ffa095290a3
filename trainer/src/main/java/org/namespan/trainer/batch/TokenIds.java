package org.namespan.trainer.batch;

/**
 * Ids of one kind.
 *
 * @param width ids of each token
 * @param hasAxis whether an array in the engine has an axis for them, behind batch and time
 * @param values of a sentence {@code [time, width]}, of a batch {@code [size, time, width]}; the
 *     array itself
 */
public record TokenIds(int width, boolean hasAxis, int[] values) {}
