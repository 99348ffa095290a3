package org.namespan.trainer.network.encoder;

import java.util.ArrayList;
import java.util.List;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * What an encoder gives in an ONNX graph: parts that stand side by side, left apart because joining
 * them would cost a copy.
 *
 * @param parts each {@code [time, ..., batch, units]}
 * @param units width of each part
 * @param used how many of a part's units, the first, are the encoder's; the others mean nothing
 */
public record EncoderOutput(List<OnnxValue> parts, int units, int used) {

  /** The encoder's units side by side, {@code [time, batch, width]}. */
  public OnnxValue joined(NetworkGraph network) {
    OnnxGraph graph = network.graph();
    List<OnnxValue> directions = new ArrayList<>();
    for (OnnxValue part : parts) {
      OnnxValue byToken = network.byToken(part.name() + ".by_token", part);
      directions.add(
          units == used
              ? byToken
              : graph.slice(
                  part.name() + ".used",
                  byToken,
                  graph.int64s(part.name() + ".first", 0),
                  graph.int64s(part.name() + ".end", used),
                  graph.int64s(part.name() + ".units", 2)));
    }
    return graph.concat("encoded", 2, directions);
  }
}
