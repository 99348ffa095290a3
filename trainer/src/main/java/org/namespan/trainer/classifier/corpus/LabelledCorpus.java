package org.namespan.trainer.classifier.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Texts with their classes.
 *
 * @param name of the file or folder that they come from
 * @param texts in the order of the file
 */
public record LabelledCorpus(String name, List<LabelledText> texts) {

  /** Copies the list. */
  public LabelledCorpus {
    texts = List.copyOf(texts);
  }

  /** One corpus after the other. */
  public static LabelledCorpus joined(List<LabelledCorpus> corpora) {
    List<LabelledText> all = new ArrayList<>();
    corpora.forEach(corpus -> all.addAll(corpus.texts));
    String names = String.join(" and ", corpora.stream().map(LabelledCorpus::name).toList());
    return new LabelledCorpus(names, all);
  }

  /** All classes that some text has, sorted. */
  public Set<String> classes() {
    Set<String> classes = new TreeSet<>();
    texts.forEach(text -> classes.addAll(text.classes()));
    return classes;
  }

  /**
   * Requires that each class is one of some others.
   *
   * @param known those that there may be
   * @param owner whose they are, for the message
   */
  public void requireClasses(Set<String> known, String owner) throws CorpusException {
    for (LabelledText text : texts) {
      for (String name : text.classes()) {
        if (!known.contains(name)) {
          throw new CorpusException(
              Path.of(this.name),
              text.line(),
              "found class " + name,
              "expected one of the " + known.size() + " of " + owner,
              "correct the label, or leave the text out");
        }
      }
    }
  }

  /** The first texts, at most so many. */
  public LabelledCorpus first(int count) {
    return withTexts(texts.subList(0, Math.min(count, texts.size())));
  }

  /** A corpus of the same name with other texts. */
  public LabelledCorpus withTexts(List<LabelledText> others) {
    return new LabelledCorpus(name, others);
  }
}
