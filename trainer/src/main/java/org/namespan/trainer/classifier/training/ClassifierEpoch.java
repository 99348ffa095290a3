package org.namespan.trainer.classifier.training;

import org.jspecify.annotations.Nullable;

/**
 * What an epoch gave; one line of the training log.
 *
 * @param epoch from 1
 * @param loss mean training loss per batch
 * @param dev scores on dev; null if there is no dev set
 * @param best whether no earlier epoch scored as high on dev or higher; without a dev set every
 *     epoch is better than those before
 * @param seconds time of the training part
 * @param tokensPerSecond training tokens per second, padding left out
 */
public record ClassifierEpoch(
    int epoch,
    double loss,
    @Nullable ClassDevScores dev,
    boolean best,
    double seconds,
    double tokensPerSecond) {}
