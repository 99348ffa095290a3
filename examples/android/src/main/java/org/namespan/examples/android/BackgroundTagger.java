package org.namespan.examples.android;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * Tags text on a thread of its own, which also loads the model. Of texts that wait only the newest
 * is tagged, so that a slow phone falls no further behind while its user types.
 */
final class BackgroundTagger implements AutoCloseable {

  /** Is told what was found. */
  interface Listener {

    /** The entities of a text. */
    void onTagged(String text, List<Entity> entities);

    /** The model could not be loaded. */
    void onFailed(IOException e);
  }

  private final ExecutorService worker;
  private final AtomicReference<String> newest = new AtomicReference<>();
  private final Callable<EntityTagger> model;
  private final Executor main;
  private final Listener listener;

  /** Used by the worker alone; null until the first text. */
  private @Nullable EntityTagger tagger;

  /**
   * @param worker a single thread; shut down by {@link #close}
   * @param model loads the model, on the worker
   * @param main calls the listener, on the thread that draws
   */
  BackgroundTagger(
      ExecutorService worker, Callable<EntityTagger> model, Executor main, Listener listener) {
    this.worker = worker;
    this.model = model;
    this.main = main;
    this.listener = listener;
  }

  /** Asks for the entities of a text. The result is done when the listener is about to be told. */
  Future<?> tag(String text) {
    newest.set(text);
    return worker.submit(this::tagNewest);
  }

  private @Nullable Void tagNewest() throws Exception {
    String text = newest.getAndSet(null);
    if (text == null) {
      return null;
    }
    try {
      if (tagger == null) {
        tagger = model.call();
      }
    } catch (IOException e) {
      main.execute(() -> listener.onFailed(e));
      return null;
    }
    List<Entity> entities = tagger.tag(text);
    main.execute(() -> listener.onTagged(text, entities));
    return null;
  }

  /** Frees the model's memory, after the text that is being tagged. */
  @Override
  public void close() {
    newest.set(null);
    worker.execute(
        () -> {
          if (tagger != null) {
            tagger.close();
          }
        });
    worker.shutdown();
  }
}
