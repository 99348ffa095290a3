package org.namespan.trainer.network.encoder;

import java.util.List;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * What an encoder gives in an ONNX graph: parts that stand side by side, left apart because joining
 * them would cost a copy.
 *
 * @param parts each {@code [time, ..., batch, units]}
 * @param units width of each part
 * @param used how many of a part's units, the first, are the encoder's; the others mean nothing
 */
public record EncoderOutput(List<OnnxValue> parts, int units, int used) {}
