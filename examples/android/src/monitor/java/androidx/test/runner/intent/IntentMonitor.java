package androidx.test.runner.intent;

/** Nobody asks it. */
public interface IntentMonitor {}
