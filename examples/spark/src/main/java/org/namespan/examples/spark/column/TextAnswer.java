package org.namespan.examples.spark.column;

/**
 * What is said of a text.
 *
 * @param values for each column of the task, in order
 * @param tokens of the text
 * @param entities that were found in it, or places that were replaced, or classes that it has
 */
record TextAnswer(Object[] values, int tokens, int entities) {}
