package org.namespan.examples.integrations.logging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands for a throwable in a log: the same class name and stack, its messages without names. */
final class MaskedThrowable extends Throwable {

  private static final long serialVersionUID = 1L;

  private final String original;

  private MaskedThrowable(Throwable throwable, @Nullable String message) {
    super(message);
    original = throwable.getClass().getName();
    setStackTrace(throwable.getStackTrace());
  }

  /** The throwable with its causes and with those that it suppressed. */
  static Throwable of(Throwable throwable, NameMask mask) {
    return of(throwable, mask, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Throwable of(Throwable throwable, NameMask mask, Set<Throwable> seen) {
    String message = throwable.getLocalizedMessage();
    Throwable masked = new MaskedThrowable(throwable, message == null ? null : mask.mask(message));
    seen.add(throwable);
    Throwable cause = throwable.getCause();
    if (cause != null && !seen.contains(cause)) {
      masked.initCause(of(cause, mask, seen));
    }
    for (Throwable suppressed : throwable.getSuppressed()) {
      if (!seen.contains(suppressed)) {
        masked.addSuppressed(of(suppressed, mask, seen));
      }
    }
    return masked;
  }

  /** The name of a class in it is that of the original. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return getMessage() == null ? original : original + ": " + getMessage();
  }
}
