package org.namespan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.namespan.model.ModelMetadata;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.tag.TagSet;

/**
 * What is known of a loaded model.
 *
 * <pre>{@code
 * try (EntityTagger news = EntityTagger.bundled("en-gmb")) {
 *   ModelInfo info = news.info();
 *   info.types(); // [art, eve, geo, gpe, nat, org, per, tim]
 *   info.scheme(); // BIO
 *   info.facts().get("test.f1"); // 0.8509
 * }
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
 * @param sha256 the digest that its file ends with, in 64 hexadecimal digits, which tells it from
 *     every other; empty for a file of a format version before 6
 */
public record ModelInfo(
    Set<String> types,
    List<String> labels,
    String scheme,
    int vocabularySize,
    double minScore,
    Map<String, String> facts,
    Optional<String> sha256) {

  /** What a loaded model says. */
  static ModelInfo of(TaggerSession session) {
    ModelMetadata metadata = session.metadata();
    TagSet tagSet = metadata.tagSet();
    return new ModelInfo(
        Collections.unmodifiableSet(tagSet.types()),
        Collections.unmodifiableList(tagSet.labels()),
        tagSet.scheme().name(),
        metadata.vocabulary().size(),
        metadata.calibration().score(metadata.minScore()),
        metadata.facts(),
        Optional.ofNullable(session.sha256()));
  }

  /**
   * What the entity types mean, in words: {@code per} may be {@code names of people, without
   * titles}. They are the facts named {@code type.per} and so on.
   *
   * @return by type, sorted; types that the model does not describe are missing
   */
  public Map<String, String> typeDescriptions() {
    Map<String, String> descriptions = new TreeMap<>();
    for (String type : types) {
      String description = facts.get(ModelMetadata.TYPE_FACT + type);
      if (description != null) {
        descriptions.put(type, description);
      }
    }
    return Collections.unmodifiableMap(descriptions);
  }
}
