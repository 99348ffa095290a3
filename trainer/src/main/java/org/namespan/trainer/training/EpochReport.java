package org.namespan.trainer.training;

/**
 * What an epoch gave; one line of the training log.
 *
 * @param epoch from 1
 * @param loss mean training loss per batch
 * @param tokenAccuracy share of dev tokens with the right tag, padding left out
 * @param precision conlleval-style span precision on dev
 * @param recall conlleval-style span recall on dev
 * @param f1 conlleval-style span F1 on dev
 * @param minScore score from which a span was reported in that; half of what F1 the spans of the
 *     best paths have
 * @param best whether no earlier epoch had this F1 or a higher one
 * @param seconds time of the training part
 * @param tokensPerSecond training tokens per second, padding left out
 */
public record EpochReport(
    int epoch,
    double loss,
    double tokenAccuracy,
    double precision,
    double recall,
    double f1,
    double minScore,
    boolean best,
    double seconds,
    double tokensPerSecond) {}
