/**
 * Writes ONNX files in Java. A graph hands out references to its values, so that no node can read a
 * value that does not exist; it knows nothing of networks.
 */
package org.namespan.trainer.onnx;
