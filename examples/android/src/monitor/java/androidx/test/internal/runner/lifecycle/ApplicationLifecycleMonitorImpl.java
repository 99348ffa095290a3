package androidx.test.internal.runner.lifecycle;

import android.app.Application;
import androidx.test.runner.lifecycle.ApplicationLifecycleMonitor;
import androidx.test.runner.lifecycle.ApplicationStage;

/** Nobody asks for the stages of applications. */
public class ApplicationLifecycleMonitorImpl implements ApplicationLifecycleMonitor {

  /** Does nothing. */
  public void signalLifecycleChange(Application application, ApplicationStage stage) {}
}
