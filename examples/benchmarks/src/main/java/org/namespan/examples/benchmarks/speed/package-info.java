/** The speed benchmark: measures NameSpan beside its floor, OpenNLP and the processor's limit. */
@NullMarked
package org.namespan.examples.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
