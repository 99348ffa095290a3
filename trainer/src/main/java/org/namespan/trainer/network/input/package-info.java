/** What tokens are read by: the inputs of a network, each turned into an embedding. */
package org.namespan.trainer.network.input;
