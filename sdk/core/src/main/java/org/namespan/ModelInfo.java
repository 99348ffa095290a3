package org.namespan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a loaded model.
 *
 * @param types entity types it finds, sorted
 * @param labels the labels of its outputs, in their order
 * @param scheme how labels write spans, {@code BIO} for example
 * @param vocabularySize words it knows by sight
 * @param facts where it comes from, by name: {@code producer}, {@code training.data}, {@code
 *     training.seed}, {@code dev.f1} and more
 */
public record ModelInfo(
    Set<String> types,
    List<String> labels,
    String scheme,
    int vocabularySize,
    Map<String, String> facts) {}
