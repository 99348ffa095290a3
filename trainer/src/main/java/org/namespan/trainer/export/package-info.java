/** From trained weights to one ONNX file, checked against the network that it was written from. */
package org.namespan.trainer.export;
