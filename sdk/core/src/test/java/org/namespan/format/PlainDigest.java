package org.namespan.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whether a file is whole: the page's part "The digest". */
final class PlainDigest {

  /** Bytes of the entry at the end of the file, and digits of its value. */
  private static final int ENTRY = 85;

  private static final int DIGITS = 64;

  private PlainDigest() {}

  /** Refuses a file with another digest than its own; older ones may have none. */
  static void require(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean told = text.contains("namespan.sha256");
    if (!told && text.contains("namespan.format\u0012\u00016")) {
      throw new IllegalArgumentException(file + " lacks its digest");
    }
    if (told && !text.substring(text.length() - DIGITS).equals(sha256(bytes))) {
      throw new IllegalArgumentException(file + " has another digest");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] before = Arrays.copyOf(bytes, bytes.length - ENTRY);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(before));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
