package org.namespan.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a model file, wherever they lie. */
interface ModelSource {

  /** What messages call the model. */
  String name();

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
      throws OrtException, IOException;

  /** Bytes in memory outside the heap. */
  final class InMemory implements ModelSource {
    private final ByteBuffer bytes;
    private final String name;

    /**
     * @param bytes from position to limit, which it leaves as they are
     */
    InMemory(ByteBuffer bytes, String name) {
      this.bytes = bytes.slice();
      this.name = name;
    }

    @Override
    public String name() {
      return name;
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
   * Bytes that the first thread to need them reads, so that others start ONNX Runtime meanwhile.
   * They come to memory that ONNX Runtime can read where it lies.
   */
  final class InStream implements ModelSource {
    private InputStream stream;
    private InMemory bytes;
    private Throwable failure;

    /**
     * @param stream to be read to its end and left open
     */
    InStream(InputStream stream) {
      this.stream = stream;
    }

    private synchronized InMemory bytes() throws IOException {
      if (stream != null) {
        try {
          bytes = readAll(stream);
        } catch (IOException | RuntimeException | Error e) {
          failure = e;
        }
        stream = null;
      }
      if (failure instanceof IOException) {
        throw (IOException) failure;
      }
      if (failure != null) {
        throw new IOException("the model could not be read from its stream", failure);
      }
      return bytes;
    }

    private static InMemory readAll(InputStream stream) throws IOException {
      List<byte[]> parts = new ArrayList<>();
      int size = 0;
      byte[] part = new byte[1 << 16];
      for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
        parts.add(Arrays.copyOf(part, read));
        size = Math.addExact(size, read);
      }
      ByteBuffer direct = ByteBuffer.allocateDirect(size);
      for (byte[] each : parts) {
        direct.put(each);
      }
      direct.flip();
      return new InMemory(direct, "model of " + size + " bytes");
    }

    @Override
    public synchronized String name() {
      return bytes == null ? "model from a stream" : bytes.name();
    }

    @Override
    public long size() throws IOException {
      return bytes().size();
    }

    @Override
    public ByteBuffer read(long from, int most) throws IOException {
      return bytes().read(from, most);
    }

    @Override
    public OrtSession createSession(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException, IOException {
      return bytes().createSession(environment, options);
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

    @Override
    public String name() {
      return file.toString();
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
