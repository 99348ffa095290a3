/** The {@code namespan} command: train, evaluate, export, split, tag and inspect. */
package org.namespan.trainer.cli;
