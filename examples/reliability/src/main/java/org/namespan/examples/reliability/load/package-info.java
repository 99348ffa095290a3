/** Faults and load in one process. */
package org.namespan.examples.reliability.load;
