package org.namespan;

import java.util.Map;

/**
 * A token of a text and what the model makes of it.
 *
 * <pre>{@code
 * ExplainedToken token = tagger.explain("He lives in Zambezville.").get(0).get(3);
 * token.text(); // Zambezville
 * token.unknown(); // true
 * token.labels().keySet().iterator().next(); // B-geo
 * }</pre>
 *
 * @param text the token, exactly as it stands in the text
 * @param start offset of its first {@code char} in the text
 * @param end offset after its last {@code char}
 * @param unknown whether the model's vocabulary does not hold the word, so that only its spelling
 *     and its neighbours speak for its label
 * @param labels the probability of each of {@link ModelInfo#labels}, in the model's own scheme, the
 *     likeliest first; they sum to 1. They are as the network sees them: where scores of entities
 *     are not calibrated, those of a span's tokens are no less than its score. A quotation mark,
 *     which no network is shown, is surely outside.
 */
public record ExplainedToken(
    String text, int start, int end, boolean unknown, Map<String, Double> labels) {}
