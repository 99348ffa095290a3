/**
 * What a part of a network is: its weights and how they begin, its block in the engine, its nodes
 * in an ONNX graph, and how a precision stands for its weights.
 */
package org.namespan.trainer.network.part;
