package org.namespan.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The digest that a model file ends with. Its last {@value #SIZE} bytes are one more entry of its
 * metadata, of the key {@value #KEY}, whose value is the SHA-256 of all bytes before it in 64
 * hexadecimal digits. So every byte of the file is either hashed, compared, or always the same.
 */
public final class ModelDigest {

  /** Key of the entry. */
  public static final String KEY = "namespan.sha256";

  /** Bytes of the entry, with the tag and the length of its field. */
  public static final int SIZE = 85;

  /** The first format version whose files have to end with a digest. */
  static final int FORMAT_VERSION = 6;

  private static final int DIGITS = 64;
  private static final String HEXADECIMAL = "0123456789abcdef";

  /**
   * What the entry begins with, as protocol buffers write field 14 of {@code ModelProto}, whose
   * fields 1 and 2 are the key and the value.
   */
  private static final byte[] BEFORE_DIGITS = beforeDigits();

  private ModelDigest() {}

  private static byte[] beforeDigits() {
    byte[] key = KEY.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.allocate(SIZE - DIGITS);
    bytes.put((byte) (14 << 3 | 2)).put((byte) (SIZE - 2));
    bytes.put((byte) (1 << 3 | 2)).put((byte) key.length).put(key);
    bytes.put((byte) (2 << 3 | 2)).put((byte) DIGITS);
    return bytes.array();
  }

  /**
   * The entries of a file that ends with its digest: of the version that demands one.
   *
   * @param metadata as {@link MetadataCodec#toEntries} and {@link ClassifierCodec#toEntries} give
   *     them
   */
  public static SortedMap<String, String> entriesWithVersion(Map<String, String> metadata) {
    SortedMap<String, String> entries = new TreeMap<>(metadata);
    entries.put(SharedEntries.FORMAT.name(), Integer.toString(FORMAT_VERSION));
    return entries;
  }

  /**
   * A model file with its digest at the end.
   *
   * @param model the file without one
   */
  public static byte[] append(byte[] model) {
    byte[] digits = digits(newSha256().digest(model)).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer whole = ByteBuffer.allocate(Math.addExact(model.length, SIZE));
    return whole.put(model).put(BEFORE_DIGITS).put(digits).array();
  }

  /**
   * What a file says is its digest: 64 characters, which are its digits where the file is whole.
   *
   * @param end the last {@link #SIZE} bytes of the file, or all of a shorter one
   * @return null if it does not end with a digest
   */
  public static @Nullable String read(ByteBuffer end) {
    byte[] bytes = new byte[end.remaining()];
    end.duplicate().get(bytes);
    boolean found =
        bytes.length == SIZE && Arrays.equals(Arrays.copyOf(bytes, SIZE - DIGITS), BEFORE_DIGITS);
    return found ? new String(bytes, SIZE - DIGITS, DIGITS, StandardCharsets.ISO_8859_1) : null;
  }

  /** The digits of a digest. */
  public static String digits(byte[] digest) {
    StringBuilder digits = new StringBuilder(2 * digest.length);
    for (byte each : digest) {
      digits.append(HEXADECIMAL.charAt(each >> 4 & 0xF)).append(HEXADECIMAL.charAt(each & 0xF));
    }
    return digits.toString();
  }

  /** What computes a digest. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
