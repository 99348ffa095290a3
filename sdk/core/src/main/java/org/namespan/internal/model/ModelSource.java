package org.namespan.internal.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a model file, wherever they lie. */
interface ModelSource {

  /** How many bytes there are. */
  long size() throws IOException;

  /**
   * Some of the bytes.
   *
   * @param from below the size
   * @param most as many as this, unless the end comes before
   */
  ByteBuffer read(long from, int most) throws IOException;

  /** Loads the graph. */
  OrtSession createSession(OrtEnvironment environment, OrtSession.SessionOptions options)
      throws OrtException;

  /** Bytes in memory outside the heap. */
  final class InMemory implements ModelSource {
    private final ByteBuffer bytes;

    /**
     * @param bytes from position to limit, which it leaves as they are
     */
    InMemory(ByteBuffer bytes) {
      this.bytes = bytes.slice();
    }

    @Override
    public long size() {
      return bytes.capacity();
    }

    @Override
    public ByteBuffer read(long from, int most) {
      ByteBuffer some = bytes.duplicate();
      some.position((int) from);
      some.limit((int) Math.min(from + most, bytes.capacity()));
      return some.slice();
    }

    @Override
    public OrtSession createSession(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException {
      return environment.createSession(bytes, options);
    }
  }

  /**
   * A file that ONNX Runtime reads by itself: memory that Java reads it into outside the heap stays
   * taken until a collection of the old generation, which may never come.
   */
  final class InFile implements ModelSource, Closeable {
    private final Path file;
    private final SeekableByteChannel channel;

    InFile(Path file) throws IOException {
      this.file = file;
      this.channel = Files.newByteChannel(file);
    }

    /** Whether ONNX Runtime finds a file by its name; it writes other letters in its own way. */
    static boolean canName(Path file) {
      String name = file.toString();
      for (int i = 0; i < name.length(); i++) {
        if (name.charAt(i) > '~') {
          return false;
        }
      }
      return file.getFileSystem().equals(FileSystems.getDefault());
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public ByteBuffer read(long from, int most) throws IOException {
      ByteBuffer some = ByteBuffer.allocate((int) Math.min(most, size() - from));
      channel.position(from);
      while (some.hasRemaining() && channel.read(some) >= 0) {
        // Until it is full, or the file has become shorter.
      }
      some.flip();
      return some;
    }

    @Override
    public OrtSession createSession(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException {
      return environment.createSession(file.toString(), options);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
