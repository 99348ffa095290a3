package org.namespan.trainer.check;

/**
 * A place, and what stands there.
 *
 * @param text words of the corpus, or what is wrong with them; one line
 */
public record Quote(Place place, String text) {}
