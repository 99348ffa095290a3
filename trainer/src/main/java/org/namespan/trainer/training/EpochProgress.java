package org.namespan.trainer.training;

/**
 * What the training part of an epoch gave.
 *
 * @param loss mean training loss per batch
 * @param seconds how long it took
 * @param tokensPerSecond training tokens per second, padding left out
 */
public record EpochProgress(double loss, double seconds, double tokensPerSecond) {}
