package androidx.test.internal.runner.intent;

import android.content.Intent;
import androidx.test.runner.intent.IntentMonitor;

/** Nobody asks for the intents. */
public class IntentMonitorImpl implements IntentMonitor {

  /** Does nothing. */
  public void signalIntent(Intent intent) {}
}
