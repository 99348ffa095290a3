package org.namespan.trainer.onnx;

import org.jspecify.annotations.Nullable;

/**
 * A value of an {@link OnnxGraph}: an input, a constant, or what a node gives. Only the graph makes
 * them, so whoever holds one holds a value that exists. Immutable.
 */
public final class OnnxValue {

  /** Stands for an optional input of a node that is left out. */
  public static final OnnxValue ABSENT = new OnnxValue(null, "", ElementType.FLOAT);

  /** Null of {@link #ABSENT} alone. */
  private final @Nullable OnnxGraph graph;

  private final String name;
  private final ElementType type;

  OnnxValue(@Nullable OnnxGraph graph, String name, ElementType type) {
    this.graph = graph;
    this.name = name;
    this.type = type;
  }

  /** The graph that it belongs to. */
  @Nullable OnnxGraph graph() {
    return graph;
  }

  /** Its name in the file. */
  public String name() {
    return name;
  }

  /** What it holds. */
  public ElementType type() {
    return type;
  }

  @Override
  public String toString() {
    return name + " (" + type + ")";
  }
}
