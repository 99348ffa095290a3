package org.namespan.trainer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attributes of a node, written in the order of their names. Not thread-safe. */
public final class Attributes {

  private final SortedMap<String, AttributeProto> byName = new TreeMap<>();

  /** Attributes to which some are added by {@code with}. */
  public static Attributes none() {
    return new Attributes();
  }

  /** Adds a number. */
  public Attributes with(String name, long number) {
    return put(attribute(name, AttributeProto.AttributeType.INT).setI(number));
  }

  /** Adds several numbers, axes for example. */
  public Attributes with(String name, long... numbers) {
    AttributeProto.Builder attribute = attribute(name, AttributeProto.AttributeType.INTS);
    for (long number : numbers) {
      attribute.addInts(number);
    }
    return put(attribute);
  }

  /** Adds a text. */
  public Attributes with(String name, String text) {
    return put(attribute(name, AttributeProto.AttributeType.STRING).setS(utf8(text)));
  }

  /** Adds several texts. */
  public Attributes with(String name, Collection<String> texts) {
    AttributeProto.Builder attribute = attribute(name, AttributeProto.AttributeType.STRINGS);
    texts.forEach(text -> attribute.addStrings(utf8(text)));
    return put(attribute);
  }

  private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  private Attributes put(AttributeProto.Builder attribute) {
    byName.put(attribute.getName(), attribute.build());
    return this;
  }

  private static ByteString utf8(String text) {
    return ByteString.copyFrom(text, StandardCharsets.UTF_8);
  }

  /** The attributes as a node has them. */
  Collection<AttributeProto> toProto() {
    return byName.values();
  }
}
