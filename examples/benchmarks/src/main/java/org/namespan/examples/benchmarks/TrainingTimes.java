package org.namespan.examples.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * How long epochs of training one network took, in several ways.
 *
 * @param network what the network is, and its size
 * @param batchSize sentences per step
 * @param sentences sentences of an epoch
 * @param tokens tokens of an epoch
 * @param rows ways of training, the obvious one first; of as many epochs each, taken in turns
 */
public record TrainingTimes(
    String network, int batchSize, int sentences, int tokens, List<Row> rows) {

  /**
   * One way of training.
   *
   * @param batches how sentences come into batches
   * @param tables whose embeddings and Adam
   * @param seconds of each epoch
   * @param cpuSeconds of the training thread, of each epoch
   * @param loss mean loss per token of the last epoch
   */
  public record Row(
      String batches, String tables, List<Double> seconds, List<Double> cpuSeconds, double loss) {

    /** Median over the epochs of how many times as fast this is, for epochs taken together. */
    double timesAsFastAs(Row other) {
      return Median.ofQuotients(other.seconds, seconds).orElseThrow();
    }
  }

  /** A line about the network and a table of medians over epochs, the same in every locale. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s; batches of %d sentences; %,d sentences, %,d tokens; medians of %d epochs\n\n",
            network,
            batchSize,
            sentences,
            tokens,
            rows.get(0).seconds.size()));
    text.append(
        "| batches | tables and Adam | s per epoch | CPU s | tokens/s | times as fast | loss |\n");
    text.append("|---|---|---:|---:|---:|---:|---:|\n");
    for (Row row : rows) {
      double seconds = Median.of(row.seconds).orElseThrow();
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %.2f | %,.0f | %.2f | %.3f |\n",
              row.batches,
              row.tables,
              seconds,
              Median.of(row.cpuSeconds).orElseThrow(),
              tokens / seconds,
              row.timesAsFastAs(rows.get(0)),
              row.loss));
    }
    return text.toString();
  }
}
