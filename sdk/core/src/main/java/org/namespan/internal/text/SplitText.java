package org.namespan.internal.text;

import java.util.List;

/**
 * A text, or a part of one, and its sentences in order.
 *
 * @param text what their tokens refer to
 * @param offset where in the whole text it begins
 * @param sentences none of them empty
 */
public record SplitText(String text, int offset, List<List<Token>> sentences) {}
