package org.namespan.trainer.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Waits for SIGINT or SIGTERM. A shutdown hook would run too, but the process would not end with 0.
 */
final class StopSignals {

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Takes both signals from now on. */
  StopSignals() {
    for (String name : new String[] {"INT", "TERM"}) {
      handle(name);
    }
  }

  /** By reflection, for javac warns of every use of this class, which all JDKs have. */
  private void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object stop =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  stopped.countDown();
                }
                return null;
              });
      Method handle = signal.getMethod("handle", signal, handler);
      handle.invoke(null, signal.getConstructor(String.class).newInstance(name), stop);
    } catch (InvocationTargetException e) {
      // The system has no such signal, or Java was started with -Xrs: it ends the process.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no sun.misc.Signal", e);
    }
  }

  /** Returns when a signal has come, or this thread is interrupted. */
  void await() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
