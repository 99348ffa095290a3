/** A recogniser for Apache Tika. */
@NullMarked
package org.namespan.examples.integrations.tika;

import org.jspecify.annotations.NullMarked;
