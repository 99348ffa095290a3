/**
 * Learns the OpenNLP models that take raw text apart, from a corpus of tokens without raw text, so
 * that tokens in use look as they did in training.
 */
package org.namespan.trainer.text;
