/** Programs that measure NameSpan beside others on the same data. */
@NullMarked
package org.namespan.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
