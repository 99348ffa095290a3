package org.namespan;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;

/**
 * A file that is not a model this version can use: not ONNX, truncated, without NameSpan's
 * metadata, of a later format version, or with parts that do not fit together. The message says
 * what was found, what was expected and what to do.
 *
 * <pre>{@code
 * try (EntityTagger own = EntityTagger.load(ByteBuffer.allocate(8))) {
 *   System.out.println(own.info());
 * } catch (ModelFormatException e) {
 *   System.err.println(e.getMessage());
 * }
 * }</pre>
 */
public final class ModelFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int FROM_THE_BEGINNING = 400;
  private static final int FROM_THE_END = 200;

  /**
   * @param message one line: where, what was found, what was expected
   */
  public ModelFormatException(String message) {
    super(shown(message));
  }

  /**
   * @param message one line: where, what was found, what was expected
   * @param cause what the runtime reported
   */
  public ModelFormatException(String message, @Nullable Throwable cause) {
    super(shown(message), cause);
  }

  /** What a file says of itself may be of any length, and steer a terminal. */
  private static String shown(String message) {
    int most = FROM_THE_BEGINNING + FROM_THE_END;
    int length = message.length();
    // An escape is longer than what it stands for.
    String begin = ControlCharacters.escape(message.substring(0, Math.min(length, most)));
    if (length <= most && begin.length() <= most) {
      return begin;
    }
    String end = ControlCharacters.escape(message.substring(Math.max(0, length - FROM_THE_END)));
    int to = FROM_THE_BEGINNING;
    int from = end.length() - FROM_THE_END;
    to -= Character.isHighSurrogate(begin.charAt(to - 1)) ? 1 : 0;
    from += Character.isLowSurrogate(end.charAt(from)) ? 1 : 0;
    return begin.substring(0, to) + " ... " + end.substring(from);
  }
}
