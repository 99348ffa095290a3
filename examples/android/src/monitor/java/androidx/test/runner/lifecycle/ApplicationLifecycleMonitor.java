package androidx.test.runner.lifecycle;

/** Nobody asks it. */
public interface ApplicationLifecycleMonitor {}
