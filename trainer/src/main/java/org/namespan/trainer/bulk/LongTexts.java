package org.namespan.trainer.bulk;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** Tags many texts of which some are long. */
final class LongTexts {

  /**
   * Longer ones are tagged a part at a time: the tokens of all of one take fifty times its bytes.
   */
  private static final int LONGEST_WHOLE = 1 << 16;

  private LongTexts() {}

  /** What {@link EntityTagger#tagAll} gives. */
  static List<List<Entity>> tagAll(EntityTagger tagger, List<String> texts) {
    List<List<Entity>> whole =
        tagger.tagAll(texts.stream().map(text -> isLong(text) ? "" : text).toList());
    if (texts.stream().noneMatch(LongTexts::isLong)) {
      return whole;
    }
    List<List<Entity>> all = new ArrayList<>(whole);
    for (int i = 0; i < texts.size(); i++) {
      if (isLong(texts.get(i))) {
        all.set(i, tagParts(tagger, texts.get(i)));
      }
    }
    return all;
  }

  private static boolean isLong(String text) {
    return text.length() > LONGEST_WHOLE;
  }

  private static List<Entity> tagParts(EntityTagger tagger, String text) {
    List<Entity> found = new ArrayList<>();
    try {
      tagger.tag(new StringReader(text), found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
