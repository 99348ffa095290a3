/**
 * From a few large teachers to one small student: text is labelled with the mean of the teachers'
 * marginals, and the student learns from those (Hinton, Vinyals and Dean 2015).
 */
package org.namespan.trainer.distillation;
