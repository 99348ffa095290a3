package org.namespan.trainer.network.part;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link Part} in the engine, and where each of its weights lives there.
 *
 * @param block what computes
 * @param tables tables that live in Java and are trained by the row
 * @param arrays other weights that live in Java; the arrays themselves
 * @param parameters weights that the engine holds
 * @param frozen tables that live in Java and are not trained
 */
public record PartBlock(
    Block block,
    Map<Weight, LookupTable> tables,
    Map<Weight, float[]> arrays,
    Map<Weight, Parameter> parameters,
    Map<Weight, LookupTable> frozen) {

  /** A part all of whose weights are trained. */
  public PartBlock(
      Block block,
      Map<Weight, LookupTable> tables,
      Map<Weight, float[]> arrays,
      Map<Weight, Parameter> parameters) {
    this(block, tables, arrays, parameters, Map.of());
  }

  /** A part all of whose weights are one table, which is its block too. */
  public static PartBlock of(Weight weight, LookupTable table) {
    return new PartBlock(table, Map.of(weight, table), Map.of(), Map.of());
  }

  /** A block that computes by parts, and the weights of all of them in their order. */
  public static PartBlock joined(Block block, List<PartBlock> parts) {
    Map<Weight, LookupTable> tables = new LinkedHashMap<>();
    Map<Weight, float[]> arrays = new LinkedHashMap<>();
    Map<Weight, Parameter> parameters = new LinkedHashMap<>();
    Map<Weight, LookupTable> frozen = new LinkedHashMap<>();
    for (PartBlock part : parts) {
      tables.putAll(part.tables);
      arrays.putAll(part.arrays);
      parameters.putAll(part.parameters);
      frozen.putAll(part.frozen);
    }
    return new PartBlock(block, tables, arrays, parameters, frozen);
  }
}
