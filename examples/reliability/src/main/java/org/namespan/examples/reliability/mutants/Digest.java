package org.namespan.examples.reliability.mutants;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.namespan.model.ModelDigest;

/** What the end of a model file says of its bytes. */
enum Digest {

  /** Nothing, and nothing is demanded of a file of its version. */
  NONE,

  /** Their digest: whoever made the file computed it. */
  RIGHT,

  /** Another digest: the file must be refused. */
  WRONG,

  /** Nothing, though its version demands a digest or one stands elsewhere: it must be refused. */
  MISSING;

  private static final String VERSION = "namespan.format";
  private static final int FIRST_VERSION = 6;

  /**
   * Of a file that is a message at least.
   *
   * @throws IllegalArgumentException if it ends with no digest and is no message
   */
  static Digest of(byte[] model) {
    int end = Math.max(0, model.length - ModelDigest.SIZE);
    if (ModelDigest.read(ByteBuffer.wrap(model, end, model.length - end)) != null) {
      boolean right = Arrays.equals(model, ModelDigest.append(Arrays.copyOf(model, end)));
      return right ? RIGHT : WRONG;
    }
    String version = "";
    for (MessageTree entry : MessageTree.of(model).entries()) {
      if (entry.key().equals(ModelDigest.KEY)) {
        return MISSING;
      }
      version = entry.key().equals(VERSION) ? entry.value().text() : version;
    }
    return version.matches("[0-9]{1,9}") && Integer.parseInt(version) >= FIRST_VERSION
        ? MISSING
        : NONE;
  }

  boolean isToBeRefused() {
    return this == WRONG || this == MISSING;
  }
}
