package org.namespan.trainer.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import org.namespan.trainer.Version;

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
   * Starts PyTorch for computing on a device.
   *
   * @throws TrainingException if it does not start, or has no such device
   */
  public static Engine pytorch(Device device) {
    Engine engine = pytorch();
    if (device.isGpu() && device.getDeviceId() >= engine.getGpuCount()) {
      throw new TrainingException(
          "PyTorch "
              + engine.getVersion()
              + " found "
              + engine.getGpuCount()
              + " GPUs, expected gpu"
              + device.getDeviceId()
              + ", counted from 0; a GPU needs an NVIDIA driver and the CUDA build of NameSpan, 'mvn"
              + " -P cuda package'; or train on the cpu");
    }
    return engine;
  }

  /**
   * Starts PyTorch from the natives on the class path; repeated calls give the same engine.
   *
   * @throws TrainingException if it does not start: this platform's natives are not on the class
   *     path, or cannot be unpacked or loaded
   */
  public static synchronized Engine pytorch() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (System.getProperty(THREADS) == null) {
      System.setProperty(THREADS, "1");
    }
    try {
      return Engine.getEngine(PYTORCH);
    } catch (EngineException e) {
      throw new TrainingException(
          "PyTorch does not start on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + " ("
              + e.getMessage()
              + "); expected its natives on the class path and room for them in "
              + Utils.getEngineCacheDir()
              + "; the command's zip takes the jar of your system, pytorch-native-cpu-"
              + Version.pytorch()
              + "-SYSTEM.jar, in its folder lib, from"
              + " https://repo.maven.apache.org/maven2/ai/djl/pytorch/pytorch-native-cpu/"
              + Version.pytorch()
              + "; in a clone of NameSpan, 'mvn -ntp package -pl trainer -am -Dmaven.test.skip' fetches them",
          e);
    }
  }
}
