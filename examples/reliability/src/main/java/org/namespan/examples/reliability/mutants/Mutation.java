package org.namespan.examples.reliability.mutants;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.namespan.model.ModelDigest;

/**
 * A way to damage or to forge a model: by its bytes, or by its structure, the fields of protocol
 * buffers and the values of metadata. Half of those that are changed by structure end with a digest
 * that is right again, as somebody who forges a file would give it, whatever their version.
 */
enum Mutation {
  BITS("1 to 16 bits flipped"),
  BYTES("up to 64 bytes in a row by chance"),
  EXTREMES("4 bytes that are a NaN, 0, or the largest or smallest number"),
  CUT("cut short"),
  LENGTHENED("up to 100 bytes behind the end"),
  REMOVED("a part taken out"),
  DOUBLED("a part twice"),
  SPLICED("the beginning of one and the end of another"),
  FIELD("a field of the graph left out, doubled or changed, with right lengths"),
  METADATA("an entry of the metadata left out, doubled or changed, with right lengths"),
  HEADER(
      "a version, the producer or an operator set left out, doubled or changed, with right lengths"),
  LINES(
      "a value of the metadata that is another's, or with lines changed, doubled, left out or swapped"),
  BASE64("bits flipped behind the Base64 of a value of the metadata"),
  LENGTH("a length that lies"),
  TYPE("a field of another number or wire type"),
  SWAPPED("two fields of a message swapped"),
  FOREIGN("a field of another model put in or in the place of one"),
  SEVERAL("two or three changes of the fields or the metadata");

  /** What is done several times over by the last. */
  private static final List<Mutation> OF_ONE_CHANGE = List.copyOf(EnumSet.range(FIELD, FOREIGN));

  private final String title;

  Mutation(String title) {
    this.title = title;
  }

  /** What is done, in words. */
  String title() {
    return title;
  }

  /** Whether fields and values are changed, not bytes. */
  boolean isByStructure() {
    return compareTo(FIELD) >= 0;
  }

  /**
   * A damaged copy.
   *
   * @param other another model
   * @param random the same gives the same copy
   */
  byte[] apply(byte[] model, byte[] other, Random random) {
    return switch (this) {
      case BITS -> ByteChanges.flipBits(model, random);
      case BYTES -> ByteChanges.overwrite(model, random);
      case EXTREMES -> ByteChanges.putExtreme(model, random);
      case CUT -> ByteChanges.cut(model, random);
      case LENGTHENED -> ByteChanges.lengthen(model, random);
      case REMOVED -> ByteChanges.remove(model, random);
      case DOUBLED -> ByteChanges.repeat(model, random);
      case SPLICED -> ByteChanges.splice(model, other, random);
      default -> byStructure(model, other, random);
    };
  }

  private byte[] byStructure(byte[] model, byte[] other, Random random) {
    MessageTree tree = MessageTree.of(model);
    boolean forged = random.nextBoolean();
    if (forged) {
      tree.removeEntries(ModelDigest.KEY);
    }
    TreeChanges changes = new TreeChanges(tree, other, random);
    if (this == SEVERAL) {
      for (int left = 2 + random.nextInt(2); left > 0; left--) {
        changes.make(OF_ONE_CHANGE.get(random.nextInt(OF_ONE_CHANGE.size())));
      }
    } else {
      changes.make(this);
    }
    byte[] bytes = tree.toBytes();
    return forged ? ModelDigest.append(bytes) : bytes;
  }
}
