package org.namespan.internal.text;

/**
 * One token of a text: {@code text.substring(start, end)} is {@code token.text()}.
 *
 * @param text the token as the caller wrote it
 * @param start UTF-16 offset of its first {@code char} in the caller's text
 * @param end UTF-16 offset after its last {@code char}
 */
public record Token(String text, int start, int end) {}
