package org.namespan.examples.benchmarks.speed;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds times that every JMH benchmark is run, each time in a new JVM; the benchmarks of a
 *     round run one after the other, so that slow minutes of the machine hit neighbours alike
 * @param warmups iterations of a run before those that count
 * @param measurements iterations that count
 * @param iteration length of one iteration
 * @param loads fresh JVMs that load each model in each way
 * @param peaks fresh JVMs in which the peak of memory is found
 * @param memorySentences sentences that each of them tags
 * @param openNlpIterations passes over the training corpus that OpenNLP makes
 * @param trainingSentences sentences of an epoch of training
 * @param trainingEpochs epochs of training that count
 */
record SpeedSettings(
    int rounds,
    int warmups,
    int measurements,
    Duration iteration,
    int loads,
    int peaks,
    int memorySentences,
    int openNlpIterations,
    int trainingSentences,
    int trainingEpochs) {

  /** For figures to believe: about 22 seconds for each benchmark and round. */
  static final SpeedSettings FULL =
      new SpeedSettings(5, 8, 12, Duration.ofSeconds(1), 9, 9, 100_000, 100, 4_000, 5);

  /** For trying out: everything once and as short as can be. */
  static final SpeedSettings QUICK =
      new SpeedSettings(1, 1, 1, Duration.ofMillis(50), 1, 1, 1_000, 5, 100, 1);
}
