package org.namespan.examples.benchmarks.robust;

import java.util.ArrayList;
import java.util.List;
import org.namespan.EntityTagger;

/**
 * What stays of the entities of plain texts after a change. Texts that it leaves as they are do not
 * count.
 *
 * @param change the change
 * @param texts texts that it changes
 * @param entities those that the tagger finds in the plain texts, each tagged alone
 * @param found those of them that it finds in the changed texts at their new offsets
 * @param sameType those found of the type that they had
 * @param others entities in the changed texts at any other offsets
 */
record ChangeScore(
    TextChange change, int texts, int entities, int found, int sameType, int others) {

  /**
   * Puts texts through a change.
   *
   * @param plain the texts and what the tagger finds in them
   */
  static ChangeScore of(TextChange change, List<AnnotatedText> plain, EntityTagger tagger) {
    List<AnnotatedText> changed = new ArrayList<>();
    int texts = 0;
    for (int from = 0; from < plain.size(); from += change.texts()) {
      List<AnnotatedText> several =
          plain.subList(from, Math.min(plain.size(), from + change.texts()));
      AnnotatedText rewritten = change.rewriting().apply(several);
      if (!rewritten.text().equals(several.get(0).text())) {
        changed.add(rewritten);
        texts += several.size();
      }
    }
    List<AnnotatedText> tagged =
        AnnotatedText.tag(tagger, changed.stream().map(AnnotatedText::text).toList());
    int entities = 0;
    int found = 0;
    int sameType = 0;
    int all = 0;
    for (int i = 0; i < changed.size(); i++) {
      List<TypedRange> now = tagged.get(i).entities();
      all += now.size();
      for (TypedRange entity : changed.get(i).entities()) {
        entities++;
        found += now.stream().anyMatch(entity::sameOffsets) ? 1 : 0;
        sameType += now.contains(entity) ? 1 : 0;
      }
    }
    return new ChangeScore(change, texts, entities, found, sameType, all - found);
  }
}
