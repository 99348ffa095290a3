/** Text classifiers beside others on the same data. */
package org.namespan.examples.benchmarks.classifiers;
