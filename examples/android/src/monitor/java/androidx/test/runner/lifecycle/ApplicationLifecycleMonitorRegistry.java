package androidx.test.runner.lifecycle;

/** Nobody asks for the monitor of applications. */
public final class ApplicationLifecycleMonitorRegistry {

  private ApplicationLifecycleMonitorRegistry() {}

  /** Does nothing. */
  public static void registerInstance(ApplicationLifecycleMonitor monitor) {}
}
