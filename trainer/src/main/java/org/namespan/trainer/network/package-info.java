/**
 * The tagger's network, described once: {@link org.namespan.trainer.network.NetworkSpec} composes
 * it of inputs, an encoder and a head, each of which knows its weights, how they begin, its block
 * in the engine, its nodes in an ONNX graph, and what precisions do to it.
 */
@NullMarked
package org.namespan.trainer.network;

import org.jspecify.annotations.NullMarked;
