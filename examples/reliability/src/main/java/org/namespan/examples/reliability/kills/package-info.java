/** Runs of the command that are killed. */
package org.namespan.examples.reliability.kills;
