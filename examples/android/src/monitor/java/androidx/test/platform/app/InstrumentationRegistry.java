package androidx.test.platform.app;

import android.app.Instrumentation;
import android.os.Bundle;

/** Knows the instrumentation of the test that runs. */
public final class InstrumentationRegistry {

  private static volatile Instrumentation instance;

  private InstrumentationRegistry() {}

  /** Notes the instrumentation of this test; the arguments are not kept. */
  public static void registerInstance(Instrumentation instrumentation, Bundle arguments) {
    instance = instrumentation;
  }

  /** The instrumentation of this test. */
  public static Instrumentation getInstrumentation() {
    return instance;
  }
}
