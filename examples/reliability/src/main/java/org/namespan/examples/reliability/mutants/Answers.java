package org.namespan.examples.reliability.mutants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.classification.ScoredClass;
import org.namespan.classification.TextClassifier;

/** What a model makes of some texts, each score bit for bit. */
final class Answers {

  /** Some words of the fixtures' corpora, so that there is something to find. */
  private static final List<String> TEXTS =
      List.of(
          "Barack Obama flew to Thailand in December.",
          "Anna Lopez met Peter Novak in Lisbon on Monday. They left on 3 May!\n\nShe came",
          "The soup was cold and the waiter friendly.",
          "x");

  private Answers() {}

  /** Of a model that is a tagger or a classifier. */
  static String of(boolean classifier, byte[] model, Route route, Path file) throws IOException {
    StringBuilder answers = new StringBuilder();
    if (classifier) {
      try (TextClassifier loaded = route.classifier(model, file)) {
        for (String text : TEXTS) {
          for (ScoredClass each : loaded.classify(text).scores()) {
            answers.append(each.name()).append(' ').append(each.score()).append('\n');
          }
        }
      }
    } else {
      try (EntityTagger loaded = route.tagger(model, file)) {
        append(loaded, answers);
      }
    }
    return answers.toString();
  }

  static void append(EntityTagger tagger, StringBuilder answers) {
    for (String text : TEXTS) {
      for (Entity entity : tagger.tag(text)) {
        answers
            .append(entity.type())
            .append(' ')
            .append(entity.start())
            .append(' ')
            .append(entity.end())
            .append(' ')
            .append(entity.score())
            .append('\n');
      }
    }
  }
}
