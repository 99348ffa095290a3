package org.namespan.trainer.training;

import ai.djl.engine.Engine;

/** The PyTorch engine, started without any download or call home. */
public final class Engines {

  /** Name of the engine that trains. */
  public static final String PYTORCH = "PyTorch";

  private Engines() {}

  /**
   * Starts PyTorch from the natives on the class path; repeated calls give the same engine.
   *
   * @throws ai.djl.engine.EngineException if this platform's natives are not on the class path
   */
  public static synchronized Engine pytorch() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    return Engine.getEngine(PYTORCH);
  }
}
