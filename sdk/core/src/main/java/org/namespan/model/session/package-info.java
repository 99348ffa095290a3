/**
 * A model file in ONNX Runtime: opened, its graph checked against its metadata, and run, from
 * encoded tokens to emission scores. {@link org.namespan.model.session.TaggerSession} and {@link
 * org.namespan.model.session.EmissionScorer} are how training tools score with a finished model.
 */
@NullMarked
package org.namespan.model.session;

import org.jspecify.annotations.NullMarked;
