/** Model files that are damaged, or replaced while they are loaded. */
package org.namespan.examples.reliability.mutants;
