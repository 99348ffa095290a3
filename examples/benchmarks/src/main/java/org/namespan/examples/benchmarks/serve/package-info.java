/** Load and ill-behaved clients for {@code namespan serve}, in a process of their own. */
@NullMarked
package org.namespan.examples.benchmarks.serve;

import org.jspecify.annotations.NullMarked;
