package org.namespan.examples.reliability.mutants;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.namespan.examples.reliability.mutants.MessageTree.Field;
import org.namespan.examples.reliability.mutants.MessageTree.Kind;

/** Changes the fields and values of one model; the same random numbers give the same changes. */
final class TreeChanges {

  /** The first is 0. */
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
    1 << 20,
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
    "1e999",
    "-0.0",
    "\n",
    "\n\n\n",
    "\u001b[2J",
    "O",
    "\u202eB-per",
    "\\u0000",
    "\\ud83d",
    "\\uzzzz",
    "lower",
    "any",
    "ANY",
    "maxent",
    "opennlp-me",
    "AAAA",
    "x".repeat(10_000),
    "a\n".repeat(5_000),
    "B-" + "y".repeat(5_000)
  };

  /** A field of onnx.proto has one of these. */
  private static final int LARGEST_NUMBER = 26;

  private static final int SHORTEST_BASE64 = 64;

  private final MessageTree model;
  private final byte[] other;
  private final Random random;

  /**
   * @param model is changed
   * @param other the file that fields of another model are taken from
   */
  TreeChanges(MessageTree model, byte[] other, Random random) {
    this.model = model;
    this.other = other;
    this.random = random;
  }

  /** A field and the message that it stands in. */
  private record Place(MessageTree message, Field field) {}

  /**
   * Makes one change, where the model has what is to be changed.
   *
   * @param mutation one by structure that is no other's sum
   */
  void make(Mutation mutation) {
    switch (mutation) {
      case FIELD -> change(field -> field.is(Kind.GRAPH));
      case METADATA -> change(field -> field.is(Kind.ENTRY));
      case HEADER -> change(field -> !field.is(Kind.GRAPH) && !field.is(Kind.ENTRY));
      case LINES -> changeLines();
      case BASE64 -> changeBehindBase64();
      case LENGTH -> anyOf(place -> place.field.wireType == MessageTree.CONTENT).field.lie = lie();
      case TYPE -> changeType(anyOf(place -> true).field);
      case SWAPPED -> swap(anyOf(place -> place.message.fields.size() > 1));
      case FOREIGN -> putForeign(anyOf(place -> true));
      default -> throw new IllegalArgumentException("found " + mutation);
    }
  }

  /** In a field of the model that is asked for, or as deep within it as seven of eight steps go. */
  private Place drawn(Predicate<Field> ofModel) {
    List<Field> fields = new ArrayList<>(model.fields);
    fields.removeIf(ofModel.negate());
    MessageTree message = model;
    // Changes before this one may have left none.
    Field field = drawn(fields.isEmpty() ? model.fields : fields);
    while (field.message != null && !field.message.fields.isEmpty() && random.nextInt(8) > 0) {
      message = field.message;
      field = drawn(message.fields);
    }
    return new Place(message, field);
  }

  /** In the graph as often as outside of it. */
  private Place anyOf(Predicate<Place> wanted) {
    while (true) {
      boolean inGraph = random.nextBoolean();
      Place place = drawn(field -> field.is(Kind.GRAPH) == inGraph);
      if (wanted.test(place)) {
        return place;
      }
    }
  }

  private void change(Predicate<Field> ofModel) {
    Place place = drawn(ofModel);
    List<Field> fields = place.message.fields;
    Field field = place.field;
    switch (random.nextInt(4)) {
      case 0 -> fields.remove(field);
      case 1 -> fields.add(random.nextInt(fields.size() + 1), field.copy());
      default -> {
        if (field.wireType == MessageTree.VARINT) {
          field.value = random.nextInt(4) == 0 ? random.nextInt(20) : drawnNumber();
        } else if (field.wireType == MessageTree.CONTENT) {
          field.set(changed(field.content()));
        } else {
          field.set(ByteChanges.flipBits(field.bytes, random));
        }
      }
    }
  }

  private byte[] changed(byte[] content) {
    byte[] value = drawnValue();
    int at = random.nextInt(content.length + 1);
    switch (random.nextInt(4)) {
      case 0:
        return value;
      case 1:
        byte[] longer = Arrays.copyOf(content, content.length + value.length);
        System.arraycopy(value, 0, longer, at, value.length);
        System.arraycopy(content, at, longer, at + value.length, content.length - at);
        return longer;
      case 2:
        return Arrays.copyOf(content, at);
      default:
        byte[] changed = content.clone();
        for (int left = 1 + random.nextInt(4); left > 0 && changed.length > 0; left--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        return changed;
    }
  }

  private void changeLines() {
    List<MessageTree> entries = model.entries();
    if (entries.isEmpty()) {
      return;
    }
    Field value = drawn(entries).value();
    List<String> lines = new ArrayList<>(Arrays.asList(value.text().split("\n", -1)));
    int line = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines = List.of(new String(drawnValue(), StandardCharsets.UTF_8));
      case 1 -> lines = List.of(drawn(entries).value().text());
      case 2 ->
          lines.set(
              line,
              random.nextBoolean()
                  ? new String(drawnValue(), StandardCharsets.UTF_8)
                  : Long.toString(drawnNumber()));
      case 3 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      case 4 -> lines.remove(line);
      default -> Collections.swap(lines, line, random.nextInt(lines.size()));
    }
    value.set(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  /** So that what the Base64 stands for is read. */
  private void changeBehindBase64() {
    List<MessageTree> entries = model.entries();
    entries.removeIf(entry -> decoded(entry.value()).length == 0);
    if (!entries.isEmpty()) {
      Field value = drawn(entries).value();
      byte[] flipped = ByteChanges.flipBits(decoded(value), random);
      value.set(Base64.getEncoder().encode(flipped));
    }
  }

  /** Nothing where it is too short to be told from words, or no Base64. */
  private static byte[] decoded(Field value) {
    byte[] content = value.content();
    try {
      return content.length < SHORTEST_BASE64 ? new byte[0] : Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private long lie() {
    return random.nextBoolean()
        ? 2 * random.nextInt(2) - 1
        : NUMBERS[1 + random.nextInt(NUMBERS.length - 1)];
  }

  private void changeType(Field field) {
    if (random.nextBoolean()) {
      field.number = 1 + random.nextInt(LARGEST_NUMBER);
    } else {
      field.wireType = random.nextInt(8);
    }
  }

  private void swap(Place place) {
    List<Field> fields = place.message.fields;
    int one = fields.indexOf(place.field);
    int another = random.nextInt(fields.size() - 1);
    Collections.swap(fields, one, another < one ? another : another + 1);
  }

  /** Of a message of the same kind, one of the same number where there is one. */
  private void putForeign(Place place) {
    List<Field> same = new ArrayList<>();
    List<Field> all = new ArrayList<>();
    for (MessageTree message : MessageTree.of(other).all()) {
      if (message.kind == place.message.kind) {
        all.addAll(message.fields);
      }
    }
    for (Field field : all) {
      if (field.number == place.field.number) {
        same.add(field);
      }
    }
    List<Field> candidates = same.isEmpty() ? all : same;
    if (!candidates.isEmpty()) {
      Field foreign = drawn(candidates);
      List<Field> fields = place.message.fields;
      if (random.nextBoolean()) {
        fields.set(fields.indexOf(place.field), foreign);
      } else {
        fields.add(random.nextInt(fields.size() + 1), foreign);
      }
    }
  }

  private byte[] drawnValue() {
    return VALUES[random.nextInt(VALUES.length)].getBytes(StandardCharsets.UTF_8);
  }

  private long drawnNumber() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private <T> T drawn(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
