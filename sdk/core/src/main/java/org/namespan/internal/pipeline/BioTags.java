package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.text.Token;

/**
 * Writes spans as tags in BIO, with the same strings for the same tags of the model. Immutable,
 * safe for use by many threads.
 */
final class BioTags {

  private static final String OUTSIDE = Tag.OUTSIDE.toString();

  private final Map<String, String> firstTags = new HashMap<>();
  private final Map<String, String> innerTags = new HashMap<>();

  /**
   * @param types of the model
   */
  BioTags(Set<String> types) {
    for (String type : types) {
      firstTags.put(type, first(type));
      innerTags.put(type, inner(type));
    }
  }

  private static String first(String type) {
    return new Tag('B', type).toString();
  }

  private static String inner(String type) {
    return new Tag('I', type).toString();
  }

  /**
   * The tags of sentences, one per token.
   *
   * @param spans per sentence, none overlapping
   */
  List<List<String>> write(List<List<Token>> sentences, List<List<ScoredSpan>> spans) {
    List<List<String>> tags = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      tags.add(write(sentences.get(i).size(), spans.get(i)));
    }
    return tags;
  }

  private List<String> write(int tokens, List<ScoredSpan> spans) {
    String[] tags = new String[tokens];
    Arrays.fill(tags, OUTSIDE);
    for (ScoredSpan scored : spans) {
      Span span = scored.span();
      String first = firstTags.get(span.type());
      String inner = innerTags.get(span.type());
      // A recognizer has types of its own.
      tags[span.start()] = first == null ? first(span.type()) : first;
      Arrays.fill(tags, span.start() + 1, span.end(), inner == null ? inner(span.type()) : inner);
    }
    return Arrays.asList(tags);
  }
}
