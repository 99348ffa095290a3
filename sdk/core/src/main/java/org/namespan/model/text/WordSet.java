package org.namespan.model.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Sets of words for stated rules. */
final class WordSet {

  private WordSet() {}

  /** The words that blanks part; the set cannot be changed. */
  static Set<String> of(String words) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(words.split(" "))));
  }
}
