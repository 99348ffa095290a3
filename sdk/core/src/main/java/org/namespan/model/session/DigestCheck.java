package org.namespan.model.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelDigest;

/** Compares the bytes of a model file with the {@link ModelDigest} at its end. */
final class DigestCheck {

  /** Bytes that are read at once. */
  private static final int PART = 1 << 16;

  private static final int SHOWN_DIGITS = 12;

  private DigestCheck() {}

  /**
   * The digest that a file ends with.
   *
   * @param verified whether the bytes before it are hashed and compared with it
   * @return null where the file does not end with one
   * @throws ModelFormatException if the bytes are others than the digest is of
   * @throws IOException if the file cannot be read
   */
  static @Nullable String check(ModelSource model, boolean verified) throws IOException {
    long end = model.size() - ModelDigest.SIZE;
    @Nullable String said = end < 0 ? null : ModelDigest.read(model.read(end, ModelDigest.SIZE));
    if (said == null || !verified) {
      return said;
    }
    String found = ModelDigest.digits(sha256(model, end));
    if (!found.equals(said)) {
      throw new ModelFormatException(
          model.name()
              + ": is damaged or was changed: the SHA-256 of its bytes begins with "
              + found.substring(0, SHOWN_DIGITS)
              + ", expected "
              + said.substring(0, SHOWN_DIGITS)
              + ", as it says itself; copy or export the model anew");
    }
    return said;
  }

  /**
   * Refuses a file whose digest stands elsewhere than at its end, where it says nothing of what
   * follows.
   *
   * @param digest as {@link #check} found it
   * @param entries of the file's metadata
   */
  static void requireAtEnd(@Nullable String digest, Map<String, byte[]> entries, ModelSource model)
      throws ModelFormatException {
    if (digest == null && entries.containsKey(ModelDigest.KEY)) {
      throw new ModelFormatException(
          model.name()
              + ": metadata entry '"
              + ModelDigest.KEY
              + "': found before other bytes, expected at the end of the file; copy or export the"
              + " model anew");
    }
  }

  private static byte[] sha256(ModelSource model, long end) throws IOException {
    MessageDigest sha256 = ModelDigest.newSha256();
    for (long at = 0; at < end; ) {
      ByteBuffer part = model.read(at, (int) Math.min(PART, end - at));
      if (!part.hasRemaining()) {
        // The file has become shorter meanwhile: the digest will be another.
        break;
      }
      at += part.remaining();
      sha256.update(part);
    }
    return sha256.digest();
  }
}
