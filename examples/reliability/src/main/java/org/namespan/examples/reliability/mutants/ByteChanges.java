package org.namespan.examples.reliability.mutants;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Damages a file by bytes, whatever they are; the same random numbers give the same damage. */
final class ByteChanges {

  private static final int[] EXTREMES = {
    0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x0000C07F, 0x0000807F
  };
  private static final int LONGEST_PART = 4096;

  private ByteChanges() {}

  /** A copy in which 1 to 16 bits are others; of nothing, nothing. */
  static byte[] flipBits(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int left = changed.length == 0 ? 0 : 1 + random.nextInt(16); left > 0; left--) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return changed;
  }

  static byte[] overwrite(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    int from = random.nextInt(changed.length);
    int to = Math.min(changed.length, from + 1 + random.nextInt(64));
    for (int i = from; i < to; i++) {
      changed[i] = (byte) random.nextInt();
    }
    return changed;
  }

  static byte[] putExtreme(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    int value = EXTREMES[random.nextInt(EXTREMES.length)];
    int from = random.nextInt(changed.length);
    for (int i = 0; i < Integer.BYTES && from + i < changed.length; i++) {
      changed[from + i] = (byte) (value >>> (24 - 8 * i));
    }
    return changed;
  }

  static byte[] cut(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  /** Zeros, as of a file system that lost its end, or any bytes. */
  static byte[] lengthen(byte[] bytes, Random random) {
    byte[] behind = new byte[1 + random.nextInt(100)];
    if (random.nextBoolean()) {
      random.nextBytes(behind);
    }
    return joined(bytes, 0, bytes.length, behind, 0, behind.length);
  }

  static byte[] remove(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(LONGEST_PART, bytes.length - from));
    return joined(bytes, 0, from, bytes, from + length, bytes.length);
  }

  static byte[] repeat(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(LONGEST_PART, bytes.length - from));
    return joined(bytes, 0, from + length, bytes, from, bytes.length);
  }

  /** The end of the other from the same place on, or from any. */
  static byte[] splice(byte[] first, byte[] second, Random random) {
    int end = random.nextInt(first.length);
    boolean samePlace = random.nextBoolean();
    int start = samePlace ? Math.min(end, second.length) : random.nextInt(second.length);
    return joined(first, 0, end, second, start, second.length);
  }

  private static byte[] joined(byte[] first, int from, int to, byte[] second, int from2, int to2) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first, from, to - from);
    out.write(second, from2, to2 - from2);
    return out.toByteArray();
  }
}
