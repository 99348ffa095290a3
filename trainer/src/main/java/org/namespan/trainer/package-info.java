/**
 * The trainer: corpus, network, training, evaluation, export and the command, in that order.
 *
 * <p>Programs that train may call {@code config}, {@code corpus}, {@code text}, {@code vectors},
 * {@code training}, {@code evaluation}, {@code distillation} and {@code export}, with the enums of
 * {@code network} that settings name. What these promise stays. The rest is public for the packages
 * beside it, and may change.
 */
@NullMarked
package org.namespan.trainer;

import org.jspecify.annotations.NullMarked;
