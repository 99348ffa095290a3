package org.namespan.model.text;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A maxent tokenizer or sentence detector as model files of format 3 keep it. Big-endian, without
 * gaps:
 *
 * <pre>
 * u8      'T' for a tokenizer, 'S' for a sentence detector
 * u8      1 if log-odds of 0 are a boundary, else 0
 * i32     number e of end-of-sentence characters, 0 for a tokenizer
 * u16[e]  end-of-sentence characters, as UTF-16
 * i32     number n of predicates
 * i64[n]  their hashes, ascending, none of them 0
 * f64[n]  their weights: what each adds to the log-odds of a boundary
 * </pre>
 *
 * The predicates are those of OpenNLP's default context generators ({@link TokenBoundaryFeatures},
 * {@link SentenceEndFeatures}). The hash of one is FNV-1a of 64 bits over its UTF-16 chars: begin
 * with {@code 0xCBF29CE484222325}, and for each char take the exclusive or with it and multiply by
 * {@code 0x100000001B3}. Weights are doubles, so that a table finds the boundaries that OpenNLP
 * finds by the model it was made of.
 */
final class MaxentTable {

  private static final byte TOKENIZER = 'T';
  private static final byte SENTENCE_DETECTOR = 'S';

  /** Bytes beside the characters and predicates. */
  private static final int FIXED_SIZE = 1 + 1 + 2 * Integer.BYTES;

  private static final int PREDICATE_SIZE = Long.BYTES + Double.BYTES;

  private final byte kind;
  private final BinaryMaxentModel model;
  private final String eosCharacters;

  private MaxentTable(byte kind, BinaryMaxentModel model, String eosCharacters) {
    this.kind = kind;
    this.model = model;
    this.eosCharacters = eosCharacters;
  }

  static MaxentTable of(MaxentTokenizer tokenizer) {
    return new MaxentTable(TOKENIZER, tokenizer.model(), "");
  }

  static MaxentTable of(MaxentSentenceDetector detector) {
    return new MaxentTable(SENTENCE_DETECTOR, detector.model(), detector.eosCharacters());
  }

  /**
   * Reads the table of a tokenizer.
   *
   * @throws IllegalArgumentException if the bytes are no such table
   */
  static MaxentTokenizer readTokenizer(byte[] bytes) {
    return new MaxentTokenizer(read(bytes, TOKENIZER, "tokenizer").model);
  }

  /**
   * Reads the table of a sentence detector.
   *
   * @throws IllegalArgumentException if the bytes are no such table
   */
  static MaxentSentenceDetector readSentenceDetector(byte[] bytes) {
    MaxentTable table = read(bytes, SENTENCE_DETECTOR, "sentence");
    return new MaxentSentenceDetector(table.model, table.eosCharacters);
  }

  /** The bytes of the table; the same for the same model. */
  byte[] toBytes() {
    long[] predicates = model.predicates();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            FIXED_SIZE
                + Character.BYTES * eosCharacters.length()
                + PREDICATE_SIZE * predicates.length);
    bytes.put(kind);
    bytes.put((byte) (model.isPositive(0) ? 1 : 0));
    bytes.putInt(eosCharacters.length());
    for (int i = 0; i < eosCharacters.length(); i++) {
      bytes.putChar(eosCharacters.charAt(i));
    }
    bytes.putInt(predicates.length);
    for (long predicate : predicates) {
      bytes.putLong(predicate);
    }
    for (long predicate : predicates) {
      bytes.putDouble(model.weight(predicate));
    }
    return bytes.array();
  }

  private static MaxentTable read(byte[] array, byte kind, String name) {
    ByteBuffer bytes = ByteBuffer.wrap(array);
    try {
      return read(bytes, kind);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "not a maxent " + name + " model (" + array.length + " bytes): it ends too early", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not a maxent " + name + " model (" + array.length + " bytes): " + e.getMessage(), e);
    }
  }

  private static MaxentTable read(ByteBuffer bytes, byte kind) {
    byte found = bytes.get();
    if (found != kind) {
      throw bad("kind " + found, "kind " + kind);
    }
    byte atZero = bytes.get();
    if (atZero != 0 && atZero != 1) {
      throw bad("outcome " + atZero + " for log-odds of 0", "0 or 1");
    }
    char[] eosCharacters = new char[count(bytes, Character.BYTES)];
    if (kind == TOKENIZER != (eosCharacters.length == 0)) {
      throw bad(
          eosCharacters.length + " end-of-sentence characters",
          kind == TOKENIZER ? "none" : "at least 1");
    }
    for (int i = 0; i < eosCharacters.length; i++) {
      eosCharacters[i] = bytes.getChar();
    }
    long[] predicates = new long[count(bytes, PREDICATE_SIZE)];
    if (bytes.remaining() != PREDICATE_SIZE * predicates.length) {
      throw bad(
          bytes.remaining() + " bytes of predicates",
          PREDICATE_SIZE * predicates.length + " for " + predicates.length);
    }
    for (int i = 0; i < predicates.length; i++) {
      predicates[i] = bytes.getLong();
      if (i > 0 && predicates[i] <= predicates[i - 1]) {
        throw bad("a hash in place " + i + " that is not above the one before", "ascending ones");
      }
    }
    double[] weights = new double[predicates.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = bytes.getDouble();
      if (!(Math.abs(weights[i]) <= Double.MAX_VALUE)) {
        throw bad("weight " + weights[i] + " in place " + i, "a finite number");
      }
    }
    Optional<BinaryMaxentModel> model = BinaryMaxentModel.of(predicates, weights, atZero == 1);
    if (!model.isPresent()) {
      throw bad("hashes that are too close or 0", "hashes spread by chance");
    }
    return new MaxentTable(kind, model.get(), new String(eosCharacters));
  }

  /** The number of items that follow, refused if there are not the bytes for them. */
  private static int count(ByteBuffer bytes, int itemSize) {
    int count = bytes.getInt();
    if (count < 0 || count > bytes.remaining() / itemSize) {
      throw bad(
          "a count of " + count, "at most " + bytes.remaining() / itemSize + ", by the bytes left");
    }
    return count;
  }

  private static IllegalArgumentException bad(String found, String expected) {
    return new IllegalArgumentException("found " + found + ", expected " + expected);
  }
}
