package org.namespan.trainer.io;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of what is added to it, in the order of adding.
 *
 * <p>{@code new Sha256().add("a").add("bc").hex()} is that of {@code abc}: {@code ba7816bf8f01...}
 *
 * <p>Not thread-safe.
 */
public final class Sha256 {

  private final MessageDigest digest = newDigest();

  /** Adds a text in UTF-8. */
  public Sha256 add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds the bytes from the buffer's position to its limit, and moves its position there. */
  public Sha256 add(ByteBuffer bytes) {
    digest.update(bytes);
    return this;
  }

  /** The same bytes, each of them added as it is read. Closing the result closes {@code in}. */
  public InputStream adding(InputStream in) {
    return new DigestInputStream(in, digest);
  }

  /** The digest in hexadecimal, 64 digits in lower case; then it starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
