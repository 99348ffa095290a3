package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Sentence;

/** Generated sentences of one repeated word, with spans of types x, y and z. */
final class RandomSpans {

  private RandomSpans() {}

  /** One to eight sentences; in a quarter of them the predicted spans are the gold ones. */
  static List<ComparedSentence> corpus(Random random) {
    List<ComparedSentence> corpus = new ArrayList<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int length = 1 + random.nextInt(12);
      List<Span> gold = spans(length, random);
      List<Span> predicted = random.nextInt(4) == 0 ? gold : spans(length, random);
      Sentence sentence = new Sentence(Collections.nCopies(length, "word"), gold);
      corpus.add(ComparedSentence.of(sentence, predicted));
    }
    return corpus;
  }

  private static List<Span> spans(int length, Random random) {
    List<Span> spans = new ArrayList<>();
    for (int start = random.nextInt(3); start < length; start += random.nextInt(3)) {
      int end = Math.min(length, start + 1 + random.nextInt(4));
      spans.add(new Span("xyz".substring(random.nextInt(3)).substring(0, 1), start, end));
      start = end;
    }
    return spans;
  }
}
