package org.namespan.examples.spark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;
import org.namespan.examples.spark.LocalSpark;

class ExecutorModelsTest {

  private static final Path MODEL =
      Path.of("../../sdk/core/src/test/resources/fixtures/format-1.onnx");

  @Test
  void equalSourcesShareOneModelUntilTheExecutorEnds(@TempDir Path folder) {
    SparkSession spark = LocalSpark.start(folder);
    EntityTagger tagger = ExecutorModels.get(TaggerSource.of("en")).tagger();
    assertSame(tagger, ExecutorModels.get(TaggerSource.of("en")).tagger());
    EntityTagger places =
        ExecutorModels.get(TaggerSource.of("en").withTypes(Set.of("geo"))).tagger();
    assertNotSame(tagger, places);
    assertEquals(1, places.tag("Barack Obama flew to Thailand.").size());
    int closings = ExecutorModels.closings();
    spark.stop();
    assertEquals(closings + 1, ExecutorModels.closings());
    assertThrows(IllegalStateException.class, () -> tagger.tag("Obama"));
    assertThrows(IllegalStateException.class, () -> places.tag("Obama"));
  }

  @Test
  void modelsComeFromFilesOfTheJob(@TempDir Path folder) throws IOException {
    Path file = Files.copy(MODEL, folder.resolve("mine.onnx"));
    try (SparkSession spark = LocalSpark.start(folder)) {
      spark.sparkContext().addFile(file.toString());
      Files.delete(file);
      TaggerModel ofJob = ExecutorModels.get(TaggerSource.of("mine.onnx"));
      TaggerModel ofPath = ExecutorModels.get(TaggerSource.of(MODEL.toString()));
      assertEquals(ofPath.tagger().info().types(), ofJob.tagger().info().types());
    }
  }

  @Test
  void missingModelsAreToldWithWhatToDo(@TempDir Path folder) throws IOException {
    try (SparkSession spark = LocalSpark.start(folder)) {
      UncheckedIOException failure =
          assertThrows(UncheckedIOException.class, () -> ExecutorModels.get(TaggerSource.of("xx")));
      assertEquals(
          "the model xx is in none of the job's jars: add namespan-model-xx to --jars, or give a"
              + " file whose name ends in .onnx",
          failure.getCause().getMessage());
      assertEquals(FileNotFoundException.class, failure.getCause().getClass());
      assertThrows(
          IllegalArgumentException.class,
          () -> ExecutorModels.get(TaggerSource.of("en").withOptionsFactory("java.lang.String")));
      spark.range(1).count();
    }
    assertThrows(IllegalArgumentException.class, () -> new ClassifierSource("en"));
  }
}
