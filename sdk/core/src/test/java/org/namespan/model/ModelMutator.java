package org.namespan.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws model files that are damaged or forged: by bits, by bytes, and by what they are made of,
 * the fields of protocol buffers and the values of metadata. Half of those that are changed by
 * structure get a digest that is right again, as somebody who forges a file would give it. The same
 * seed and models give the same mutants. Not thread-safe.
 *
 * <pre>{@code
 * ModelMutator mutator = new ModelMutator(7, List.of(ModelBytes.fixture(6)));
 * for (int i = 0; i < 1000; i++) {
 *   ModelMutator.Mutant mutant = mutator.next();
 *   // A mutant with a wrong digest is refused; any other is refused or tags, and does not crash.
 * }
 * }</pre>
 */
public final class ModelMutator {

  /** How a mutant differs from a model. */
  public enum Kind {
    /** 1 to 16 bits are others. */
    FLIPPED_BITS,
    /** Some bytes in a row are others. */
    OVERWRITTEN,
    /** The end is missing, or something stands behind it. */
    CUT_OFF,
    /** The first part is of one model, the rest of another. */
    SPLICED,
    /** Fields of the model or of its entries are others. */
    FIELDS,
    /** Fields within the graph are others. */
    GRAPH,
    /** A value of the metadata is another. */
    METADATA
  }

  /** What the end of a mutant says of its bytes. */
  public enum Digest {
    /** Nothing. */
    NONE,
    /** Their digest: whoever made the file computed it. */
    RIGHT,
    /** Another digest: the file must be refused. */
    WRONG
  }

  /**
   * A changed model file.
   *
   * @param kind how it was changed
   * @param digest what it says of its bytes
   * @param bytes the file, maybe such as it was before
   */
  public record Mutant(Kind kind, Digest digest, byte[] bytes) {}

  private static final int ENTRY_VALUE = 2;

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    7,
    64,
    127,
    128,
    65_536,
    500_000_000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final String[] VALUES = {
    "",
    "0",
    "-1",
    "2147483647",
    "500000000",
    "9999999999",
    "NaN",
    "1e39",
    "-0.0",
    "\n",
    "\n\n",
    "O",
    "\u202eB-per",
    "\\u0000",
    "\\ud83d",
    "\\uzzzz",
    "lower",
    "any",
    "maxent",
    "opennlp-me",
    "AAAA",
    "x".repeat(10_000),
    "a\n".repeat(5_000),
    "B-" + "y".repeat(5_000)
  };

  private final Random random;
  private final List<byte[]> models;
  private final List<MessageTree> trees = new ArrayList<>();

  /**
   * @param seed of what is drawn
   * @param models whole model files, of any formats and tasks, that mutants are made of
   */
  public ModelMutator(long seed, List<byte[]> models) {
    this.random = new Random(seed);
    this.models = List.copyOf(models);
    for (byte[] model : models) {
      trees.add(MessageTree.of(model));
    }
  }

  /** The next mutant, of a kind that is drawn. */
  public Mutant next() {
    return next(drawn(Kind.values()));
  }

  /** The next mutant of a kind. */
  public Mutant next(Kind kind) {
    byte[] bytes = bytes(kind);
    return new Mutant(kind, digest(bytes), bytes);
  }

  private static Digest digest(byte[] bytes) {
    int end = Math.max(0, bytes.length - ModelDigest.SIZE);
    String said = ModelDigest.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
    if (said == null) {
      return Digest.NONE;
    }
    boolean right = Arrays.equals(bytes, ModelDigest.append(Arrays.copyOf(bytes, end)));
    return right ? Digest.RIGHT : Digest.WRONG;
  }

  private byte[] bytes(Kind kind) {
    byte[] model = models.get(random.nextInt(models.size())).clone();
    switch (kind) {
      case FLIPPED_BITS:
        return flipped(model);
      case OVERWRITTEN:
        int from = random.nextInt(model.length);
        int to = Math.min(model.length, from + 1 + random.nextInt(64));
        byte[] others = new byte[to - from];
        random.nextBytes(others);
        System.arraycopy(others, 0, model, from, others.length);
        return model;
      case CUT_OFF:
        boolean longer = random.nextInt(4) == 0;
        return Arrays.copyOf(
            model, longer ? model.length + 1 + random.nextInt(100) : random.nextInt(model.length));
      case SPLICED:
        return spliced(model, models.get(random.nextInt(models.size())));
      default:
        return changed(kind);
    }
  }

  private byte[] flipped(byte[] bytes) {
    int bits = bytes.length == 0 ? 0 : 1 + random.nextInt(16);
    for (int i = 0; i < bits; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return bytes;
  }

  private byte[] spliced(byte[] first, byte[] second) {
    int end = random.nextInt(first.length);
    int start = random.nextBoolean() ? Math.min(end, second.length) : random.nextInt(second.length);
    byte[] spliced = Arrays.copyOf(first, end + second.length - start);
    System.arraycopy(second, start, spliced, end, second.length - start);
    return spliced;
  }

  /** By structure, and half of them with a digest that is right again. */
  private byte[] changed(Kind kind) {
    MessageTree model = drawn(trees).copy();
    boolean forged = random.nextBoolean();
    if (forged) {
      model.fields.removeIf(ModelMutator::isDigest);
    }
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      if (kind == Kind.METADATA) {
        changeValue(model);
      } else {
        changeField(model, kind == Kind.GRAPH);
      }
    }
    byte[] bytes = model.toBytes();
    return forged ? ModelDigest.append(bytes) : bytes;
  }

  private static boolean isDigest(MessageTree.Field field) {
    return field.message != null
        && field.message.kind == MessageTree.Kind.ENTRY
        && new String(field.message.fields.get(0).bytes, StandardCharsets.UTF_8)
            .equals(ModelDigest.KEY);
  }

  private void changeValue(MessageTree model) {
    List<MessageTree> entries = messages(model, false);
    entries.removeIf(message -> message.kind != MessageTree.Kind.ENTRY);
    MessageTree.Field value = value(drawn(entries));
    String text = new String(value.bytes, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    switch (random.nextInt(7)) {
      case 0:
        value.bytes = utf8(drawn(VALUES));
        break;
      case 1:
        value.bytes = value(drawn(entries)).bytes.clone();
        break;
      case 2:
        lines.set(line, random.nextBoolean() ? drawn(VALUES) : Long.toString(number()));
        value.bytes = utf8(String.join("\n", lines));
        break;
      case 3:
        lines.add(random.nextInt(lines.size()), lines.get(line));
        value.bytes = utf8(String.join("\n", lines));
        break;
      case 4:
        lines.remove(line);
        value.bytes = utf8(String.join("\n", lines));
        break;
      case 5:
        Collections.swap(lines, line, random.nextInt(lines.size()));
        value.bytes = utf8(String.join("\n", lines));
        break;
      default:
        value.bytes = changedBytes(value.bytes);
        break;
    }
  }

  /** Behind Base64 where there is any, so that what it stands for is read. */
  private byte[] changedBytes(byte[] bytes) {
    try {
      byte[] decoded = bytes.length < 64 ? bytes : Base64.getDecoder().decode(bytes);
      byte[] flipped = flipped(decoded.clone());
      return bytes.length < 64 ? flipped : Base64.getEncoder().encode(flipped);
    } catch (IllegalArgumentException e) {
      return flipped(bytes.clone());
    }
  }

  private static MessageTree.Field value(MessageTree entry) {
    for (MessageTree.Field field : entry.fields) {
      if (field.number == ENTRY_VALUE) {
        return field;
      }
    }
    return entry.fields.get(0);
  }

  private void changeField(MessageTree model, boolean inGraph) {
    MessageTree message = drawn(messages(model, inGraph));
    MessageTree.Field field = drawn(message.fields);
    int place = random.nextInt(message.fields.size());
    switch (random.nextInt(9)) {
      case 0:
        if (message.fields.size() > 1) {
          message.fields.remove(field);
        }
        break;
      case 1:
        message.fields.add(place, field.copy());
        break;
      case 2:
        Collections.swap(message.fields, place, message.fields.indexOf(field));
        break;
      case 3:
        message.fields.add(place, drawn(other(message)).copy());
        break;
      case 4:
        field.number = 1 + random.nextInt(26);
        break;
      case 5:
        field.lie = random.nextBoolean() ? 1 - random.nextInt(3) : number();
        break;
      case 6:
        field.message = null;
        field.bytes = flipped(field.bytes.clone());
        break;
      case 7:
        field.writtenAs = random.nextInt(8);
        break;
      default:
        field.value = number();
        break;
    }
  }

  /** The fields of a message of the same kind, of any model, where there is one. */
  private List<MessageTree.Field> other(MessageTree message) {
    List<MessageTree> others = drawn(trees).all();
    others.removeIf(each -> each.kind != message.kind || each.fields.isEmpty());
    return others.isEmpty() ? message.fields : drawn(others).fields;
  }

  /** Those that have fields, within the graph or outside of it. */
  private static List<MessageTree> messages(MessageTree model, boolean inGraph) {
    List<MessageTree> messages = new ArrayList<>();
    for (MessageTree.Field field : model.fields) {
      boolean graph = field.message != null && field.message.kind == MessageTree.Kind.GRAPH;
      if (field.message != null && graph == inGraph) {
        messages.addAll(field.message.all());
      }
    }
    if (!inGraph || messages.isEmpty()) {
      messages.add(model);
    }
    messages.removeIf(message -> message.fields.isEmpty());
    return messages;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private long number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private <T> T drawn(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  @SafeVarargs
  private <T> T drawn(T... items) {
    return items[random.nextInt(items.length)];
  }
}
