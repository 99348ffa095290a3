/** The robustness benchmark: what stays of the entities of clean text when its writing changes. */
package org.namespan.examples.benchmarks.robust;
