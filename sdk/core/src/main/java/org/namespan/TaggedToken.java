package org.namespan;

/**
 * A token of a text and its tag.
 *
 * <pre>{@code
 * TaggedToken token = tagger.tagSentences("Barack Obama flew.").get(0).get(1);
 * token.text(); // Obama
 * token.tag(); // I-per
 * }</pre>
 *
 * @param text the token, exactly as it stands in the text
 * @param start offset of its first {@code char} in the text
 * @param end offset after its last {@code char}
 * @param tag its tag in BIO: {@code B-per}, {@code I-per} or {@code O} for example
 */
public record TaggedToken(String text, int start, int end, String tag) {}
