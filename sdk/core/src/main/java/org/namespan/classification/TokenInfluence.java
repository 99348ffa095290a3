package org.namespan.classification;

/**
 * What a token of a text does to the score of a class.
 *
 * <pre>{@code
 * new TokenInfluence("great", 8, 13, 0.4).influence(); // 0.4
 * }</pre>
 *
 * @param text the token as it stands in the text
 * @param start UTF-16 offset of its first {@code char} there
 * @param end UTF-16 offset after its last {@code char}
 * @param influence by how much the score of the class falls if the token is left out, from -1 to 1:
 *     above 0 if it speaks for the class, below 0 if it speaks against it
 */
public record TokenInfluence(String text, int start, int end, double influence) {}
