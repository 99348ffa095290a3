package org.namespan.examples.benchmarks.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;
import org.namespan.trainer.bulk.BulkMonitor;
import org.namespan.trainer.bulk.BulkOutput;
import org.namespan.trainer.bulk.BulkRun;
import org.namespan.trainer.bulk.TagTask;
import org.namespan.trainer.record.FieldPath;
import org.namespan.trainer.record.JsonLineFormat;
import org.namespan.trainer.record.RecordFiles;
import org.namespan.trainer.record.RecordFormat;
import org.namespan.trainer.record.RecordSource;

/** Seconds of the same texts by a run over records and by {@link EntityTagger#tagAll}. */
final class BulkSpeed {

  private static final int TEXTS_OF_CALL = 2048;
  private static final int LONGEST_RECORD = 1 << 22;

  private final Path slice;
  private final List<String> texts;
  private final Path output;

  /** Seconds of each round: of runs and of calls with one thread and with two. */
  record Rounds(
      List<Double> one, List<Double> two, List<Double> batchesOfOne, List<Double> batchesOfTwo) {}

  /**
   * @param slice file of JSON lines
   * @param texts that stand in it
   */
  BulkSpeed(Path slice, List<String> texts, Path output) {
    this.slice = slice;
    this.texts = texts;
    this.output = output;
  }

  /** Measures all four in turns, after a round to warm up. */
  Rounds measure(int rounds) throws IOException {
    Rounds measured =
        new Rounds(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (EntityTagger tagger = EntityTagger.english();
        EntityTagger two = EntityTagger.english(TaggerOptions.defaults().withThreads(2))) {
      for (int round = -1; round < rounds; round++) {
        double[] seconds = {run(tagger, 1), run(tagger, 2), tagAll(tagger), tagAll(two)};
        if (round >= 0) {
          measured.one.add(seconds[0]);
          measured.two.add(seconds[1]);
          measured.batchesOfOne.add(seconds[2]);
          measured.batchesOfTwo.add(seconds[3]);
        }
      }
    }
    return measured;
  }

  private double run(EntityTagger tagger, int threads) throws IOException {
    RecordFormat format = new JsonLineFormat(FieldPath.of("body"), "entities");
    RecordFiles files = RecordFiles.of(List.of(slice), System.in);
    Path bad = output.resolveSibling(output.getFileName() + ".bad");
    long start = System.nanoTime();
    try (BulkOutput answers =
            BulkOutput.open(new BulkOutput.Files(output, null, bad), lines -> {}, Map.of(), true);
        RecordSource source = new RecordSource(files, format, LONGEST_RECORD, answers.position())) {
      new BulkRun(source, format, new TagTask(tagger), null, answers, threads, false)
          .run(BulkMonitor.NONE);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.delete(output);
    Files.delete(bad);
    return seconds;
  }

  private double tagAll(EntityTagger tagger) {
    long start = System.nanoTime();
    for (int from = 0; from < texts.size(); from += TEXTS_OF_CALL) {
      tagger.tagAll(texts.subList(from, Math.min(texts.size(), from + TEXTS_OF_CALL)));
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
