package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.check.CheckedCorpora.Located;

/**
 * The sentences of corpora by their tokens.
 *
 * @param groups the sentences of each text, in the order in which texts and sentences come
 */
record DistinctTexts(List<List<Located>> groups) {

  static DistinctTexts of(CheckedCorpora corpora) {
    Map<List<String>, List<Located>> groups = new LinkedHashMap<>();
    for (Located located : corpora.sentences()) {
      groups
          .computeIfAbsent(located.sentence().tokens(), tokens -> new ArrayList<>(1))
          .add(located);
    }
    return new DistinctTexts(new ArrayList<>(groups.values()));
  }
}
