/** The benchmark of records: how fast {@code namespan tag} goes through a large file, and kills. */
package org.namespan.examples.benchmarks.bulk;
