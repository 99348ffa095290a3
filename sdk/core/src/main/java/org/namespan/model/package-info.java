/**
 * The contract between training and use: what must be the same on both sides for a model to find in
 * use what it learned. Here are the metadata of a model file with its codec, and the signature of
 * its graph; in the packages below, what they describe: tags and spans ({@code tag}), the ids of
 * tokens ({@code feature}), sentences and tokens ({@code text}), spans from scores ({@code decode})
 * and the model file in ONNX Runtime ({@code session}).
 *
 * <p>It is for tools that train, export or measure models, such as {@code namespan train}. An
 * application needs none of it. It may change between minor versions, while {@code org.namespan}
 * keeps its promise, and files of every format version are read for ever.
 */
@NullMarked
package org.namespan.model;

import org.jspecify.annotations.NullMarked;
