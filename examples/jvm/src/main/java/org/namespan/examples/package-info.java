/** Short programs to copy from. */
@NullMarked
package org.namespan.examples;

import org.jspecify.annotations.NullMarked;
