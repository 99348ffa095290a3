package org.namespan.trainer.network.part;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Map;

/**
 * A {@link Part} in the engine, and where each of its weights lives there.
 *
 * @param block what computes
 * @param tables tables that live in Java and are trained by the row
 * @param arrays other weights that live in Java; the arrays themselves
 * @param parameters weights that the engine holds
 */
public record PartBlock(
    Block block,
    Map<Weight, LookupTable> tables,
    Map<Weight, float[]> arrays,
    Map<Weight, Parameter> parameters) {

  /** A part all of whose weights are one table, which is its block too. */
  public static PartBlock of(Weight weight, LookupTable table) {
    return new PartBlock(table, Map.of(weight, table), Map.of(), Map.of());
  }
}
