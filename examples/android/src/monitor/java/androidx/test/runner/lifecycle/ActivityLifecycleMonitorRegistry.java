package androidx.test.runner.lifecycle;

/** Knows the monitor of activities. */
public final class ActivityLifecycleMonitorRegistry {

  private static volatile ActivityLifecycleMonitor instance;

  private ActivityLifecycleMonitorRegistry() {}

  /** Notes the monitor of this test. */
  public static void registerInstance(ActivityLifecycleMonitor monitor) {
    instance = monitor;
  }

  /** The monitor of this test. */
  public static ActivityLifecycleMonitor getInstance() {
    return instance;
  }
}
