/**
 * Named entities from text, with a model file that {@code namespan train} wrote. Nothing takes or
 * gives null unless it says so.
 */
@NullMarked
package org.namespan;

import org.jspecify.annotations.NullMarked;
