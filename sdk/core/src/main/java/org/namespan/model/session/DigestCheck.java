package org.namespan.model.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelDigest;

/**
 * Compares the bytes of a model file with the {@link ModelDigest} at its end, in a thread of its
 * own. On two processors the first load of a JVM takes 283 ms so in place of 242 without the check,
 * a later one 11.5 in place of 9.3.
 */
final class DigestCheck extends LoadThread<String> {

  /** Bytes that are read at once, and hashed as an array: Java copies direct buffers in bits. */
  private static final int PART = 1 << 18;

  private static final int SHOWN_DIGITS = 12;

  private final ModelSource model;
  private final boolean verified;

  /**
   * Reads nothing yet.
   *
   * @param model to be left open until {@link #await} returns
   * @param verified whether the bytes before the digest are hashed and compared with it
   */
  DigestCheck(ModelSource model, boolean verified) {
    super("namespan-digest");
    this.model = model;
    this.verified = verified;
  }

  /**
   * The digest that the file ends with.
   *
   * @return null where it does not end with one
   * @throws ModelFormatException if the bytes are others than the digest is of
   * @throws IOException if the file cannot be read
   */
  @Override
  @Nullable String load() throws IOException {
    long end = model.size() - ModelDigest.SIZE;
    @Nullable String said = end < 0 ? null : ModelDigest.read(model.read(end, ModelDigest.SIZE));
    if (said == null || !verified) {
      return said;
    }
    String found = ModelDigest.digits(sha256(end));
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
   * @param digest at the end of the file, null if there is none
   * @param parts of the file
   */
  static void requireAtEnd(@Nullable String digest, ModelParts.Parts<?> parts, ModelSource model)
      throws ModelFormatException {
    if (digest == null && parts.hasDigest()) {
      throw new ModelFormatException(
          model.name()
              + ": metadata entry '"
              + ModelDigest.KEY
              + "': found before other bytes, expected at the end of the file; copy or export the"
              + " model anew");
    }
  }

  private byte[] sha256(long end) throws IOException {
    MessageDigest sha256 = ModelDigest.newSha256();
    byte[] array = new byte[(int) Math.min(PART, end)];
    for (long at = 0; at < end; ) {
      ByteBuffer part = model.read(at, (int) Math.min(PART, end - at));
      int size = part.remaining();
      if (size == 0) {
        // The file has become shorter meanwhile: the digest will be another.
        break;
      }
      at += size;
      if (part.hasArray()) {
        sha256.update(part);
      } else {
        part.get(array, 0, size);
        sha256.update(array, 0, size);
      }
    }
    return sha256.digest();
  }
}
