package org.namespan.examples.reliability.mutants;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** A way to damage a model. */
enum Mutation {
  BITS("1 to 16 bits flipped") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      byte[] changed = model.clone();
      for (int left = 1 + random.nextInt(16); left > 0; left--) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return changed;
    }
  },

  BYTES("up to 64 bytes in a row by chance") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      byte[] changed = model.clone();
      int from = random.nextInt(changed.length);
      int to = Math.min(changed.length, from + 1 + random.nextInt(64));
      for (int i = from; i < to; i++) {
        changed[i] = (byte) random.nextInt();
      }
      return changed;
    }
  },

  EXTREMES("4 bytes that are a NaN, 0, or the largest or smallest number") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      byte[] changed = model.clone();
      int[] extremes = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x0000C07F, 0x0000807F};
      int value = extremes[random.nextInt(extremes.length)];
      int from = random.nextInt(changed.length);
      for (int i = 0; i < Integer.BYTES && from + i < changed.length; i++) {
        changed[from + i] = (byte) (value >>> (24 - 8 * i));
      }
      return changed;
    }
  },

  CUT("cut short") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      return Arrays.copyOf(model, random.nextInt(model.length));
    }
  },

  REMOVED("a part taken out") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      int from = random.nextInt(model.length);
      int length = 1 + random.nextInt(Math.min(4096, model.length - from));
      return joined(model, 0, from, model, from + length, model.length);
    }
  },

  DOUBLED("a part twice") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      int from = random.nextInt(model.length);
      int length = 1 + random.nextInt(Math.min(4096, model.length - from));
      return joined(model, 0, from + length, model, from, model.length);
    }
  },

  SPLICED("the beginning of one and the end of another") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      int end = random.nextInt(model.length);
      return joined(model, 0, end, other, random.nextInt(other.length), other.length);
    }
  },

  FIELD("a field of the graph left out, doubled or changed, with right lengths") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      return FieldMutation.GRAPH.apply(model, random);
    }
  },

  METADATA("an entry of the metadata left out, doubled or changed, with right lengths") {
    @Override
    byte[] apply(byte[] model, byte[] other, Random random) {
      return FieldMutation.METADATA.apply(model, random);
    }
  };

  private final String title;

  Mutation(String title) {
    this.title = title;
  }

  /** What is done, in words. */
  String title() {
    return title;
  }

  /**
   * A damaged copy.
   *
   * @param other another model
   * @param random the same gives the same copy
   */
  abstract byte[] apply(byte[] model, byte[] other, Random random);

  private static byte[] joined(byte[] first, int from, int to, byte[] second, int from2, int to2) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first, from, to - from);
    out.write(second, from2, to2 - from2);
    return out.toByteArray();
  }
}
