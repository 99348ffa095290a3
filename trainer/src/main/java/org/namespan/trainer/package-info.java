/** The trainer: corpus, network, training, evaluation, export and the command, in that order. */
package org.namespan.trainer;
