/** From tokens to feature ids, by a recipe that is recorded in the model file. */
@NullMarked
package org.namespan.model.feature;

import org.jspecify.annotations.NullMarked;
