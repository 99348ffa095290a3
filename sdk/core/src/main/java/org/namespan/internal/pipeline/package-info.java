/**
 * The road from text to entities, one class for each step: split, encode, score, decode, filter,
 * merge, entities. {@link org.namespan.internal.pipeline.TaggingPipeline} takes them in this order.
 * Not part of the public API.
 */
@NullMarked
package org.namespan.internal.pipeline;

import org.jspecify.annotations.NullMarked;
