package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelBytes;
import org.namespan.model.ModelMetadata;

/** How the threads of a load end, whatever becomes of it. */
@Timeout(60)
class SessionOpenerTest {

  private static final byte[] TAGGER = ModelBytes.fixture(6);
  private static final byte[] CLASSIFIER = ModelBytes.fixtureOfAClassifier();

  /** Other tests find the status as it was. */
  @AfterEach
  void clearInterruptStatus() {
    Thread.interrupted();
  }

  /** A model whose digest and whose session a test waits for, and may spoil. */
  private static final class Watched implements ModelSource {
    private final ModelSource model;
    private final Runnable beforeDigestReads;
    private final Runnable beforeSession;
    private OrtSession session;

    Watched(byte[] model, Runnable beforeDigestReads, Runnable beforeSession) {
      this.model = ModelSource.of(ByteBuffer.wrap(model), "memory");
      this.beforeDigestReads = beforeDigestReads;
      this.beforeSession = beforeSession;
    }

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public long size() throws IOException {
      return model.size();
    }

    @Override
    public ByteBuffer read(long from, int most) throws IOException {
      if (Thread.currentThread().getName().equals("namespan-digest")) {
        beforeDigestReads.run();
      }
      return model.read(from, most);
    }

    @Override
    public OrtSession createSession(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException, IOException {
      beforeSession.run();
      session = model.createSession(environment, options);
      return session;
    }

    LoadedModel<ModelMetadata> open() throws IOException {
      return SessionOpener.open(this, new TaggerSession.Reader(), true);
    }

    void assertSessionIsClosed() {
      assertNotNull(session);
      IllegalStateException closed =
          assertThrows(
              IllegalStateException.class, () -> session.run(Collections.emptyMap()).close());
      assertTrue(closed.getMessage().contains("closed"), closed.getMessage());
    }
  }

  /** The model with another first letter of some name in it. */
  private static byte[] renamed(byte[] model, String name) {
    byte[] renamed = model.clone();
    int at = new String(model, StandardCharsets.ISO_8859_1).indexOf(name);
    assertTrue(at >= 0, name);
    renamed[at]++;
    return renamed;
  }

  /** From a path, a stream and both kinds of buffers. */
  private static List<Executable> loads(boolean tags, byte[] model, Path file) throws IOException {
    Files.write(file, model);
    ByteBuffer heap = ByteBuffer.wrap(model);
    ByteBuffer direct = ByteBuffer.allocateDirect(model.length).put(model).flip();
    return tags
        ? List.of(
            () -> TaggerSession.open(file).close(),
            () -> TaggerSession.open(new ByteArrayInputStream(model)).close(),
            () -> TaggerSession.open(heap, "memory").close(),
            () -> TaggerSession.open(direct, "memory").close())
        : List.of(
            () -> ClassifierSession.open(file).close(),
            () -> ClassifierSession.open(new ByteArrayInputStream(model)).close(),
            () -> ClassifierSession.open(heap, "memory").close(),
            () -> ClassifierSession.open(direct, "memory").close());
  }

  @Test
  void theDigestIsToldFirstWhateverElseIsDamaged(@TempDir Path folder) throws IOException {
    for (boolean tags : new boolean[] {true, false}) {
      byte[] whole = tags ? TAGGER : CLASSIFIER;
      byte[] noMessage = whole.clone();
      Arrays.fill(noMessage, 0, 40, (byte) 0xFF);
      byte[] noEntry = renamed(whole, "namespan.format");
      byte[] noOperator = renamed(whole, "Gather");
      for (byte[] model : List.of(noMessage, noEntry, noOperator)) {
        for (Executable load : loads(tags, model, folder.resolve("model.onnx"))) {
          for (int i = 0; i < 10; i++) {
            ModelFormatException refusal = assertThrows(ModelFormatException.class, load);
            assertTrue(
                refusal.getMessage().contains(": is damaged or was changed: the SHA-256"),
                refusal.getMessage());
          }
        }
      }
    }
  }

  /** The digest's thread reads only while the load waits for it, which has failed by then. */
  @Test
  void aLoadThatFailsWaitsForTheDigest() {
    Thread loader = Thread.currentThread();
    CountDownLatch failed = new CountDownLatch(1);
    AtomicReference<Thread> digest = new AtomicReference<>();
    AtomicBoolean returned = new AtomicBoolean();
    Runnable onceAwaited =
        () -> {
          digest.set(Thread.currentThread());
          while (failed.getCount() > 0
              || (loader.getState() != Thread.State.WAITING && !returned.get())) {
            Thread.onSpinWait();
          }
        };
    IllegalStateException failure = new IllegalStateException("made up");
    Watched model =
        new Watched(
            TAGGER,
            onceAwaited,
            () -> {
              failed.countDown();
              throw failure;
            });
    assertSame(failure, assertThrows(IllegalStateException.class, model::open));
    boolean alive = digest.get() == null || digest.get().isAlive();
    returned.set(true);
    assertFalse(alive);
  }

  @Test
  void anErrorOfTheDigestsThreadIsThrown() {
    OutOfMemoryError error = new OutOfMemoryError("made up");
    Watched model =
        new Watched(
            TAGGER,
            () -> {
              throw error;
            },
            () -> {});
    assertSame(error, assertThrows(OutOfMemoryError.class, model::open));
    model.assertSessionIsClosed();
  }

  @Test
  void anInterruptWhileTheGraphIsLoadedIsKeptForLater() throws IOException {
    Watched whole = new Watched(TAGGER, () -> {}, () -> Thread.currentThread().interrupt());
    whole.open().graph().close();
    assertTrue(Thread.interrupted());

    byte[] changed = TAGGER.clone();
    changed[TAGGER.length - 1] ^= 1;
    Watched damaged = new Watched(changed, () -> {}, () -> Thread.currentThread().interrupt());
    assertThrows(ModelFormatException.class, damaged::open);
    assertTrue(Thread.interrupted());
    damaged.assertSessionIsClosed();
  }

  /** Java closes a file under a thread that reads it interrupted; what is in memory it does not. */
  @Test
  void anInterruptedThreadLoadsFromMemoryAndNotFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("model.onnx"), TAGGER);
    Thread.currentThread().interrupt();
    assertThrows(ClosedByInterruptException.class, () -> TaggerSession.open(file).close());
    TaggerSession.open(ByteBuffer.wrap(TAGGER), "memory").close();
    TaggerSession.open(new ByteArrayInputStream(TAGGER)).close();
    assertTrue(Thread.interrupted());
    TaggerSession.open(file).close();
  }
}
