/**
 * Writes ONNX files in Java, and other metadata into finished ones. A graph hands out references to
 * its values, so that no node can read a value that does not exist; it knows nothing of networks.
 */
@NullMarked
package org.namespan.trainer.onnx;

import org.jspecify.annotations.NullMarked;
