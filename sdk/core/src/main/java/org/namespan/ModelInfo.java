package org.namespan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a loaded model.
 *
 * <pre>{@code
 * tagger.info().types(); // [art, eve, geo, gpe, nat, org, per, tim]
 * tagger.info().scheme(); // BIO
 * tagger.info().facts().get("test.f1"); // 0.8509
 * }</pre>
 *
 * @param types entity types it finds, sorted
 * @param labels the labels of its outputs, in their order
 * @param scheme how labels write spans, {@code BIO} for example
 * @param vocabularySize words it knows by sight
 * @param minScore the score above which it reports an entity, unless {@link TaggerOptions#minScore}
 *     says otherwise, calibrated as scores are; 0 if it reports those of the best tag path
 * @param facts where it comes from, by name: {@code producer}, {@code training.data}, {@code
 *     training.seed}, {@code dev.f1} and more
 */
public record ModelInfo(
    Set<String> types,
    List<String> labels,
    String scheme,
    int vocabularySize,
    double minScore,
    Map<String, String> facts) {}
