/**
 * The tagger's network as DJL blocks: embeddings, recurrent layers, a dense head and log-softmax.
 */
package org.namespan.trainer.network;
