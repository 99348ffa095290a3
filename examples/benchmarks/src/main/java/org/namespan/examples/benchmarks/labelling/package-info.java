/**
 * The labelling benchmark: what a tagger reaches when a person labels suggested sentences, and when
 * the same person labels sentences at random.
 */
package org.namespan.examples.benchmarks.labelling;
