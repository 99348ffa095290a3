package org.namespan.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.decode.Activation;
import org.namespan.model.session.ClassifierSession;
import org.namespan.model.text.CleaningStep;

/**
 * What is known of a loaded classifier.
 *
 * <pre>{@code
 * try (TextClassifier classifier = TextClassifier.load(model)) {
 *   classifier.info().classes(); // [complaint, praise, question]
 * }
 * }</pre>
 *
 * @param classes the classes that it tells apart, in the order of its outputs
 * @param severalClasses whether a text may have any number of them; else it has exactly one
 * @param cleaning what it takes out of texts first, by the names of the steps
 * @param vocabularySize words it knows by sight
 * @param facts where it comes from, by name: {@code producer}, {@code training.data}, {@code
 *     dev.accuracy} and more
 * @param sha256 the digest that its file ends with, in 64 hexadecimal digits, which tells it from
 *     every other; empty for a file of a format version before 6
 */
public record ClassifierInfo(
    List<String> classes,
    boolean severalClasses,
    List<String> cleaning,
    int vocabularySize,
    Map<String, String> facts,
    Optional<String> sha256) {

  /** What a loaded classifier says. */
  static ClassifierInfo of(ClassifierSession session) {
    ClassifierMetadata metadata = session.metadata();
    List<String> steps = new ArrayList<>();
    for (CleaningStep step : metadata.cleaning()) {
      steps.add(step.id());
    }
    return new ClassifierInfo(
        metadata.classes(),
        metadata.activation() == Activation.SIGMOID,
        Collections.unmodifiableList(steps),
        metadata.vocabulary().size(),
        metadata.facts(),
        Optional.ofNullable(session.sha256()));
  }
}
