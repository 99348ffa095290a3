/**
 * From a few large teachers to one small student: text is labelled with the mean of the teachers'
 * marginals, and the student learns from those (Hinton, Vinyals and Dean 2015).
 *
 * <p>{@link org.namespan.trainer.distillation.TeacherEnsemble} labels sentences, which a {@link
 * org.namespan.trainer.corpus.SoftCorpus} keeps in a file. Where the sentences come from an
 * annotated corpus, {@link org.namespan.trainer.distillation.Disagreement} finds the annotations
 * that the teachers doubt, by the lines of its file.
 */
@NullMarked
package org.namespan.trainer.distillation;

import org.jspecify.annotations.NullMarked;
