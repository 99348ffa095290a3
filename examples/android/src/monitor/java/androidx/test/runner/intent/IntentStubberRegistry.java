package androidx.test.runner.intent;

/** There is no stubber of intents. */
public final class IntentStubberRegistry {

  private IntentStubberRegistry() {}

  /** Never: no test here stubs intents. */
  public static boolean isLoaded() {
    return false;
  }

  /** Fails. */
  public static IntentStubber getInstance() {
    throw new IllegalStateException("no intent stubber is loaded");
  }
}
