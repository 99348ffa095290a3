/**
 * What a training run is made with beside its data: settings in groups, presets, and one table of
 * all settings, from which the options of {@code namespan train} are made.
 */
@NullMarked
package org.namespan.trainer.config;

import org.jspecify.annotations.NullMarked;
