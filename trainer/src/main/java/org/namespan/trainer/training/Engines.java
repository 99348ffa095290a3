package org.namespan.trainer.training;

import ai.djl.engine.Engine;

/**
 * The PyTorch engine, started without any download or call home, on one thread: at these sizes a
 * second one makes training slower (51 s an epoch in place of 40 s), and far slower when anything
 * else runs. The system property {@code ai.djl.pytorch.num_threads} chooses otherwise.
 */
public final class Engines {

  /** Name of the engine that trains. */
  public static final String PYTORCH = "PyTorch";

  private static final String THREADS = "ai.djl.pytorch.num_threads";

  private Engines() {}

  /**
   * Starts PyTorch from the natives on the class path; repeated calls give the same engine.
   *
   * @throws ai.djl.engine.EngineException if this platform's natives are not on the class path
   */
  public static synchronized Engine pytorch() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (System.getProperty(THREADS) == null) {
      System.setProperty(THREADS, "1");
    }
    return Engine.getEngine(PYTORCH);
  }
}
