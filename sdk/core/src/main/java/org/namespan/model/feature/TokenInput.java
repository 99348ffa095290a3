package org.namespan.model.feature;

/**
 * One thing that the network reads of a token, as ids: rows of one table, of which row {@link
 * TokenFeatures#PAD} is padding. The graph has a tensor for each input. Immutable, safe for use by
 * many threads.
 *
 * <p>A new kind of input is a class of this kind. Those that a model has beside its words and
 * hashed features stand in {@link FeatureRecipe#others}.
 */
public abstract class TokenInput {

  private final String name;
  private final String kind;
  private final int rows;
  private final int width;
  private final boolean hasAxis;

  private TokenInput(String name, String kind, int rows, int width, boolean hasAxis) {
    this.name = name;
    this.kind = kind;
    this.rows = rows;
    this.width = width;
    this.hasAxis = hasAxis;
  }

  /**
   * An input of one id for each token: its tensor is {@code [batch, time]}.
   *
   * @param name of the tensor
   * @param kind what messages call the rows of its table, {@code words} for example
   * @param rows of its table, that of padding included
   */
  protected TokenInput(String name, String kind, int rows) {
    this(name, kind, rows, 1, false);
  }

  /**
   * An input of some ids for each token: its tensor is {@code [batch, time, width]}.
   *
   * @param name of the tensor
   * @param kind what messages call the rows of its table, {@code characters} for example
   * @param rows of its table, that of padding included
   * @param width ids of a token, at least 1
   */
  protected TokenInput(String name, String kind, int rows, int width) {
    this(name, kind, rows, width, true);
  }

  /** Name of its tensor in the graph. */
  public final String name() {
    return name;
  }

  /** What messages call the rows of its table: {@code hashed features}. */
  public final String kind() {
    return kind;
  }

  /** Rows of its table, that of padding included. */
  public final int rows() {
    return rows;
  }

  /** Ids of a token. */
  public final int width() {
    return width;
  }

  /** Whether its tensor has an axis for the ids of a token, behind those of batch and time. */
  public final boolean hasAxis() {
    return hasAxis;
  }

  /** Writes the ids of a token to {@code target[at]} and the {@link #width} places from there. */
  public abstract void encode(String token, int[] target, int at);
}
