/** From trained weights to one ONNX file, checked against the network that it was written from. */
@NullMarked
package org.namespan.trainer.export;

import org.jspecify.annotations.NullMarked;
