package androidx.test.runner.intent;

import android.app.Instrumentation;
import android.content.Intent;

/** Answers intents in tests. */
public interface IntentStubber {

  /** The result that stands in for what an intent starts. */
  Instrumentation.ActivityResult getActivityResultForIntent(Intent intent);
}
