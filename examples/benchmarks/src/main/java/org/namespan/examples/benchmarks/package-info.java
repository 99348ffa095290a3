/** Programs that measure NameSpan beside others on the same data. */
package org.namespan.examples.benchmarks;
