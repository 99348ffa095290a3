/**
 * Learning curves: what a tagger scores when it learns from a part of the sentences, and what more
 * of them may be worth.
 *
 * <p>{@link org.namespan.trainer.learningcurve.CurveTrainer} trains on growing parts of a corpus,
 * each of which holds the one before, and scores every tagger on the same sentences. The {@link
 * org.namespan.trainer.learningcurve.CurvePoint}s make a {@link
 * org.namespan.trainer.learningcurve.LearningCurve}, through which a {@link
 * org.namespan.trainer.learningcurve.PowerLaw} is fitted.
 */
@NullMarked
package org.namespan.trainer.learningcurve;

import org.jspecify.annotations.NullMarked;
