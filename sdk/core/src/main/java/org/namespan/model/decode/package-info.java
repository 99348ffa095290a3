/**
 * From the emission scores of a sentence to scored spans, and from a lattice to the gradient of a
 * linear-chain conditional random field (CRF, Lafferty, McCallum and Pereira 2001).
 *
 * <p>The network gives each token a score per label, its emissions. {@link
 * org.namespan.model.decode.TransitionScores} are what the model learned about one label after
 * another. A {@code TransitionMatrix} joins them with what the tag scheme allows. The score of a
 * tag path is the sum of its emissions and transitions, and the path's probability is the
 * exponential of that, divided by the sum over all legal paths.
 *
 * <ol>
 *   <li>{@link org.namespan.model.decode.SpanDecoder} is the entry: emissions in, spans out.
 *   <li>{@link org.namespan.model.decode.ViterbiDecoder} finds the path with the best score.
 *   <li>{@link org.namespan.model.decode.ForwardBackward} sums over all paths. It fills a {@link
 *       org.namespan.model.decode.Lattice} with the probability of each label and each transition:
 *       a fast {@code ScaledLattice}, or a {@code LogLattice} where scores lie far apart.
 *   <li>{@code SpanPosterior} reads from the lattice how likely a span is, which gives a {@link
 *       org.namespan.model.decode.ScoredSpan}.
 *   <li>Training takes the log-partition, the marginals and the {@link
 *       org.namespan.model.decode.TransitionCounts} of the same lattice.
 * </ol>
 */
@NullMarked
package org.namespan.model.decode;

import org.jspecify.annotations.NullMarked;
