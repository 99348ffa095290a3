/**
 * What a part of a network is: its weights and how they begin, its block in the engine, its nodes
 * in an ONNX graph, and how a precision stands for its weights.
 */
@NullMarked
package org.namespan.trainer.network.part;

import org.jspecify.annotations.NullMarked;
