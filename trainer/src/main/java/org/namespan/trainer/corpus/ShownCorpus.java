package org.namespan.trainer.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;

/** Corpora as networks are shown them: of each sentence, what its {@link SentenceView} has. */
public final class ShownCorpus {

  private static final String OUTSIDE = Tag.OUTSIDE.toString();

  private ShownCorpus() {}

  /** The corpus as it is shown, without its texts. An entity that is not shown is left out. */
  public static Corpus of(Corpus corpus) {
    return corpus.withSentences(corpus.sentences().stream().map(ShownCorpus::of).toList());
  }

  private static Sentence of(Sentence sentence) {
    SentenceView view = SentenceView.ofTokens(sentence.tokens());
    List<Span> spans = sentence.spans().stream().map(view::show).filter(Objects::nonNull).toList();
    List<Set<String>> openTypes = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < view.size(); i++) {
      int place = view.place(i);
      openTypes.add(place < 0 ? Set.of() : sentence.openTypes(place));
      if (!sentence.lines().isEmpty()) {
        lines.add(sentence.line(place < 0 ? sentence.tokens().size() - 1 : place));
      }
    }
    return new Sentence(view.tokens(), spans, openTypes, lines, Optional.empty());
  }

  /** The tokens of each sentence that are shown, without the comma behind a fragment. */
  public static List<List<String>> tokens(Corpus corpus) {
    List<List<String>> shown = new ArrayList<>();
    for (List<String> sentence : corpus.tokens()) {
      SentenceView view = SentenceView.ofTokens(sentence);
      int own = view.size() - (view.place(view.size() - 1) < 0 ? 1 : 0);
      shown.add(view.tokens().subList(0, own));
    }
    return shown;
  }

  /** The corpus as it is shown; the comma that is shown behind a fragment is surely outside. */
  public static SoftCorpus of(SoftCorpus soft) {
    List<String> labels = new ArrayList<>(soft.labels());
    if (!labels.contains(OUTSIDE)) {
      labels.add(OUTSIDE);
    }
    int outside = labels.indexOf(OUTSIDE);
    return new SoftCorpus(
        soft.name(),
        labels,
        soft.sentences().stream().map(sentence -> of(sentence, outside)).toList());
  }

  private static SoftSentence of(SoftSentence sentence, int outside) {
    SentenceView view = SentenceView.ofTokens(sentence.tokens());
    int[][] labels = new int[view.size()][];
    float[][] weights = new float[view.size()][];
    for (int i = 0; i < view.size(); i++) {
      int place = view.place(i);
      labels[i] = place < 0 ? new int[] {outside} : sentence.labels()[place];
      weights[i] = place < 0 ? new float[] {1} : sentence.weights()[place];
    }
    return new SoftSentence(view.tokens(), labels, weights);
  }
}
