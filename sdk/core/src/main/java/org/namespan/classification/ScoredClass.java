package org.namespan.classification;

/**
 * A class with its score.
 *
 * <pre>{@code
 * new ScoredClass("positive", 0.9).name(); // positive
 * }</pre>
 *
 * @param name of the class
 * @param score its calibrated probability, from 0 to 1
 */
public record ScoredClass(String name, double score) {}
