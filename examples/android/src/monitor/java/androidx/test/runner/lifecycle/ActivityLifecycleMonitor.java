package androidx.test.runner.lifecycle;

import android.app.Activity;

/** Knows the stages of activities. */
public interface ActivityLifecycleMonitor {

  /** The stage that an activity was last seen in. */
  Stage getLifecycleStageOf(Activity activity);
}
