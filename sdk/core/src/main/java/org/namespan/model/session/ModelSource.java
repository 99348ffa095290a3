package org.namespan.model.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;

/** The bytes of a model file, wherever they lie. Whoever made it closes it. */
interface ModelSource extends Closeable {

  /**
   * A model file. Nothing of it comes to the Java heap but the metadata, unless its name has
   * letters beyond ASCII or it is no plain file.
   *
   * @throws ModelFormatException if there is something else than a file of a model's size
   * @throws IOException if there is no file or it cannot be read
   */
  static ModelSource of(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ModelFormatException(file + ": is a directory; expected a model file (.onnx)");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such model file");
    }
    boolean regular = Files.isRegularFile(file);
    // Of a pipe nobody knows it.
    long size = regular ? Files.size(file) : 1;
    if (size == 0) {
      throw new ModelFormatException(file + ": is empty; expected a model file (.onnx)");
    }
    if (size > Integer.MAX_VALUE) {
      throw new ModelFormatException(
          file + ": has " + size + " bytes; expected a model file of less than 2^31");
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString(), null, "the model file may not be read");
    }
    return regular && InFile.canName(file)
        ? new InFile(file)
        : of(ByteBuffer.wrap(Files.readAllBytes(file)), file.toString());
  }

  /**
   * A model in memory.
   *
   * @param model the bytes from position to limit; copied first unless the buffer is direct
   * @param name what messages call it
   */
  static ModelSource of(ByteBuffer model, String name) {
    ByteBuffer direct = model.slice();
    if (!direct.isDirect()) {
      direct = ByteBuffer.allocateDirect(model.remaining());
      direct.duplicate().put(model.duplicate());
    }
    return new InMemory(direct, name);
  }

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

  /** Frees what belongs to this; bytes and streams that were given do not. */
  @Override
  default void close() throws IOException {}

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

    /** Null once it is read. */
    private @Nullable InputStream stream;

    /** Null until the stream is read, and where it could not be. */
    private @Nullable InMemory bytes;

    /** Null unless the stream could not be read. */
    private @Nullable Throwable failure;

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
      if (bytes != null) {
        return bytes;
      }
      if (failure instanceof IOException) {
        throw (IOException) failure;
      }
      throw new IOException("the model could not be read from its stream", failure);
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
  final class InFile implements ModelSource {
    private final Path file;
    private final BasicFileAttributes attributes;
    private final SeekableByteChannel channel;
    private final long size;

    InFile(Path file) throws IOException {
      this.file = file;
      this.attributes = Files.readAttributes(file, BasicFileAttributes.class);
      this.channel = Files.newByteChannel(file);
      this.size = channel.size();
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
    public long size() {
      return size;
    }

    @Override
    public synchronized ByteBuffer read(long from, int most) throws IOException {
      ByteBuffer some = ByteBuffer.allocate((int) Math.min(most, size - from));
      channel.position(from);
      while (some.hasRemaining() && channel.read(some) >= 0) {
        // Until it is full, or the file has become shorter.
      }
      some.flip();
      return some;
    }

    /**
     * Where another file has taken the name since this one was opened, ONNX Runtime may have read
     * that; then it is given the bytes of this one.
     */
    @Override
    public OrtSession createSession(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException, IOException {
      @Nullable OrtSession session = null;
      @Nullable OrtException failure = null;
      try {
        session = environment.createSession(file.toString(), options);
      } catch (OrtException e) {
        failure = e;
      }
      if (isUnchanged()) {
        if (session == null) {
          throw Objects.requireNonNull(failure);
        }
        return session;
      }
      if (session != null) {
        session.close();
      }
      return of(read(0, Math.toIntExact(size)), name()).createSession(environment, options);
    }

    /** Whether the name still stands for the file that was opened, as it was then. */
    private boolean isUnchanged() {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return Objects.equals(now.fileKey(), attributes.fileKey())
            && now.lastModifiedTime().equals(attributes.lastModifiedTime())
            && now.creationTime().equals(attributes.creationTime())
            && now.size() == attributes.size();
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
