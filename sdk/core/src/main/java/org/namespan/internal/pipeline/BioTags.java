package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  private final Map<String, TagPair> tags = new HashMap<>();

  /** The tags of a type. */
  private record TagPair(String first, String inner) {

    static TagPair of(String type) {
      return new TagPair(new Tag('B', type).toString(), new Tag('I', type).toString());
    }
  }

  /**
   * @param types of the model
   */
  BioTags(Set<String> types) {
    for (String type : types) {
      tags.put(type, TagPair.of(type));
    }
  }

  /**
   * The tags of sentences, one per token.
   *
   * @param spans per sentence, none overlapping
   */
  List<List<String>> write(List<List<Token>> sentences, List<List<ScoredSpan>> spans) {
    List<List<String>> written = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      written.add(write(sentences.get(i).size(), spans.get(i)));
    }
    return written;
  }

  private List<String> write(int tokens, List<ScoredSpan> spans) {
    String[] written = new String[tokens];
    Arrays.fill(written, OUTSIDE);
    for (ScoredSpan scored : spans) {
      Span span = scored.span();
      @Nullable TagPair known = tags.get(span.type());
      // A recognizer has types of its own.
      TagPair pair = known == null ? TagPair.of(span.type()) : known;
      written[span.start()] = pair.first();
      Arrays.fill(written, span.start() + 1, span.end(), pair.inner());
    }
    return Arrays.asList(written);
  }
}
