package org.namespan.model.session;

import org.jspecify.annotations.Nullable;
import org.namespan.model.InputMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

/**
 * A model file that {@link SessionOpener} has opened and {@link GraphCheck} has checked.
 *
 * @param metadata what the file says beside its graph
 * @param features the feature extraction that it describes
 * @param splitter how text becomes tokens
 * @param graph to be closed by whoever gets this
 * @param sha256 the digest that the file ends with, null if it has none
 */
record LoadedModel<M extends InputMetadata>(
    M metadata,
    TokenFeatures features,
    TextSplitter splitter,
    GraphSession graph,
    @Nullable String sha256) {}
