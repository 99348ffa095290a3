package org.namespan.trainer.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output: UTF-8, but for a terminal that asks for another encoding, and buffered until it
 * is flushed. Remembers why it could not write.
 */
final class StandardOutput extends PrintWriter {

  private final Channel channel;

  StandardOutput() {
    this(new Channel(new FileOutputStream(FileDescriptor.out)));
  }

  private StandardOutput(Channel channel) {
    super(new BufferedWriter(new OutputStreamWriter(channel, encoding())));
    this.channel = channel;
  }

  private static Charset encoding() {
    String terminal =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return Terminal.isOutput() && terminal != null && Charset.isSupported(terminal)
        ? Charset.forName(terminal)
        : StandardCharsets.UTF_8;
  }

  /**
   * Sends what was written to {@code out} on its way.
   *
   * @throws OutputException if nobody takes it: the disk is full, or the reader of a pipe has gone
   */
  static void send(PrintWriter out) throws OutputException {
    if (out.checkError()) {
      throw new OutputException(
          out instanceof StandardOutput standard ? standard.channel.failure : null);
    }
  }

  /** Output that could not be written. */
  static final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    private OutputException(@Nullable IOException cause) {
      super(
          "standard output: cannot be written" + (cause == null ? "" : ": " + cause.getMessage()),
          cause);
    }

    /** Whether the reader has had enough, as {@code head} does; no reason to complain. */
    boolean isReaderGone() {
      String reason = getCause() == null ? null : getCause().getMessage();
      return reason != null && reason.toLowerCase(Locale.ROOT).contains("pipe");
    }
  }

  /** {@link PrintWriter} tells that writing failed, but not why. */
  private static final class Channel extends OutputStream {
    private final OutputStream target;

    /** Null while everything could be written. */
    private @Nullable IOException failure;

    Channel(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        target.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
