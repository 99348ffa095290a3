/**
 * From trained weights to one ONNX file, checked against the network that it was written from; and
 * from that file to one with calibrated scores, see {@link
 * org.namespan.trainer.export.ModelCalibrator}.
 */
@NullMarked
package org.namespan.trainer.export;

import org.jspecify.annotations.NullMarked;
