package androidx.test.internal.runner.lifecycle;

import android.app.Activity;
import androidx.test.runner.lifecycle.ActivityLifecycleMonitor;
import androidx.test.runner.lifecycle.Stage;
import java.util.Map;
import java.util.WeakHashMap;

/** Notes the stages of activities. */
public class ActivityLifecycleMonitorImpl implements ActivityLifecycleMonitor {

  private final Map<Activity, Stage> stages = new WeakHashMap<>();

  /** Notes that an activity has come to a stage. */
  public synchronized void signalLifecycleChange(Stage stage, Activity activity) {
    stages.put(activity, stage);
  }

  @Override
  public synchronized Stage getLifecycleStageOf(Activity activity) {
    return stages.get(activity);
  }
}
