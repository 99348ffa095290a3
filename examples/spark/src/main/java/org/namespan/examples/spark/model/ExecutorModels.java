package org.namespan.examples.spark.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of this executor, that is, of this JVM. Each is loaded when the first task asks for
 * it, shared by all tasks, and closed with the executor by {@link NamespanPlugin}. Safe for use by
 * many threads.
 */
public final class ExecutorModels {

  private static final Logger LOG = LoggerFactory.getLogger(ExecutorModels.class);

  private static final Map<ModelSource<?>, SharedModel> LOADED = new HashMap<>();
  private static int closings;

  private ExecutorModels() {}

  /**
   * The model of a source.
   *
   * @throws UncheckedIOException if it cannot be loaded, which fails the task and not a row
   */
  public static synchronized <M extends SharedModel> M get(ModelSource<M> source) {
    @Nullable SharedModel loaded = LOADED.get(source);
    if (loaded == null) {
      loaded = load(source);
      LOADED.put(source, loaded);
    }
    // Only the source itself has put it there.
    @SuppressWarnings("unchecked")
    M model = (M) loaded;
    return model;
  }

  private static SharedModel load(ModelSource<?> source) {
    long start = System.nanoTime();
    try {
      SharedModel model = source.load();
      LOG.info("loaded {} in {} ms", source, (System.nanoTime() - start) / 1_000_000);
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often all were closed: a call that fails while this changes was cut off by that. */
  public static synchronized int closings() {
    return closings;
  }

  /** Closes all; whoever asks for one later gets a new one. */
  static synchronized void closeAll() {
    closings++;
    for (Map.Entry<ModelSource<?>, SharedModel> each : LOADED.entrySet()) {
      each.getValue().close();
      LOG.info("closed {}", each.getKey());
    }
    LOADED.clear();
  }
}
