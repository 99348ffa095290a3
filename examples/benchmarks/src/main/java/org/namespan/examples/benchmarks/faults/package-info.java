/** The benchmark of doubted labels: how soon they show faults that were put into a corpus. */
package org.namespan.examples.benchmarks.faults;
