/**
 * Networks, each described once: {@link org.namespan.trainer.network.NetworkSpec} composes that of
 * a tagger of inputs, an encoder and a head, {@link org.namespan.trainer.network.ClassifierSpec}
 * that of a classifier, with a pooling between. Each part knows its weights, how they begin, its
 * block in the engine, its nodes in an ONNX graph, and what precisions do to it.
 */
@NullMarked
package org.namespan.trainer.network;

import org.jspecify.annotations.NullMarked;
