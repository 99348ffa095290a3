/** Layouts for Logback and Log4j that mask names. */
@NullMarked
package org.namespan.examples.integrations.logging;

import org.jspecify.annotations.NullMarked;
