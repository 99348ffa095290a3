package androidx.test.runner.intent;

/** Nobody asks for the monitor of intents. */
public final class IntentMonitorRegistry {

  private IntentMonitorRegistry() {}

  /** Does nothing. */
  public static void registerInstance(IntentMonitor monitor) {}
}
