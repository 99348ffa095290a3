package org.namespan.examples.android;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Test;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** The worker, without Android. */
public class BackgroundTaggerTest {

  private static final class Told implements BackgroundTagger.Listener {

    final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onTagged(String text, List<Entity> entities) {
      texts.add(text + entities.stream().map(e -> " " + e.type() + " " + e.text()).toList());
    }

    @Override
    public void onFailed(IOException e) {
      failures.add(e.getMessage());
    }
  }

  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Told told = new Told();

  private void close(BackgroundTagger tagger) throws InterruptedException {
    tagger.close();
    assertTrue(worker.awaitTermination(60, TimeUnit.SECONDS));
  }

  @Test
  public void tagsTheNewestOfTheTextsThatWait() throws Exception {
    BackgroundTagger tagger =
        new BackgroundTagger(worker, () -> EntityTagger.load(Apk.MODEL), Runnable::run, told);
    CountDownLatch typed = new CountDownLatch(1);
    worker.submit(() -> typed.await(60, TimeUnit.SECONDS));
    tagger.tag("in Rome");
    tagger.tag("in Berlin");
    Future<?> last = tagger.tag("in Paris");
    typed.countDown();
    last.get(60, TimeUnit.SECONDS);
    assertEquals(List.of("in Paris[ geo Paris]"), told.texts);
    close(tagger);
  }

  @Test
  public void closesTheModelOnce() throws Exception {
    AtomicReference<EntityTagger> loaded = new AtomicReference<>();
    BackgroundTagger tagger =
        new BackgroundTagger(
            worker,
            () -> {
              loaded.set(EntityTagger.load(Apk.MODEL));
              return loaded.get();
            },
            Runnable::run,
            told);
    tagger.tag("in Rome").get(60, TimeUnit.SECONDS);
    EntityTagger used = loaded.get();
    close(tagger);
    assertEquals(used, loaded.get());
    assertThrows(IllegalStateException.class, () -> used.tag("in Rome"));
  }

  @Test
  public void tellsWhyAModelCannotBeLoaded() throws Exception {
    BackgroundTagger tagger =
        new BackgroundTagger(
            worker,
            () -> {
              throw new IOException("no such asset");
            },
            Runnable::run,
            told);
    tagger.tag("in Rome").get(60, TimeUnit.SECONDS);
    close(tagger);
    assertEquals(List.of("no such asset"), told.failures);
    assertEquals(List.of(), told.texts);
  }

  @Test
  public void closesUnused() throws Exception {
    close(new BackgroundTagger(worker, () -> EntityTagger.load(Apk.MODEL), Runnable::run, told));
    assertEquals(List.of(), told.texts);
  }
}
