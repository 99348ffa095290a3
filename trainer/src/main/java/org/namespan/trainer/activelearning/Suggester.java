package org.namespan.trainer.activelearning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.distillation.TeacherEnsemble;

/**
 * Suggests which texts to label next: those that models are unsure of in words that the other
 * suggestions do not hold already. Several models are a committee, whose mean distribution counts:
 * where they disagree, they are unsure together (consensus entropy; A. McCallum and K. Nigam,
 * Employing EM and pool-based active learning for text classification, 1998).
 *
 * <p>Texts are scored as they come, and {@value #ROOM} times as many as are asked for are kept, so
 * memory does not grow with their number; of those the batch is chosen. The same texts in the same
 * order give the same suggestions. Does not own its models. Not thread-safe.
 *
 * <pre>{@code
 * try (TeacherEnsemble models = TeacherEnsemble.open(List.of(Path.of("model.onnx")))) {
 *   Suggester suggester = new Suggester(models, 100);
 *   suggester.exclude(labelled.tokens());
 *   suggester.add(texts);
 *   List<Suggestion> next = suggester.suggest();
 * }
 * }</pre>
 */
public final class Suggester {

  /** Texts that are kept for each that is asked for. */
  private static final int ROOM = 20;

  /** Texts that are kept at least. */
  private static final int LEAST_ROOM = 1000;

  private final TeacherEnsemble models;
  private final int count;
  private final CandidatePool pool;
  private final Set<String> excluded = new HashSet<>();
  private long excludedTexts;

  /**
   * A suggester without texts.
   *
   * @param count of texts to suggest, at least 1
   */
  public Suggester(TeacherEnsemble models, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " suggestions, expected at least 1");
    }
    this.models = models;
    this.count = count;
    this.pool =
        new CandidatePool((int) Math.max(LEAST_ROOM, Math.min(1L << 24, (long) ROOM * count)));
  }

  /**
   * Says which sentences are labelled already. A text of such sentences alone, however they are cut
   * into tokens, is not suggested; of another one they count for nothing.
   */
  public void exclude(List<List<String>> sentences) {
    sentences.forEach(tokens -> excluded.add(String.join("", tokens)));
  }

  /** Looks at more texts. */
  public void add(List<UnlabelledText> texts) {
    List<List<String>> sentences = new ArrayList<>();
    List<UnlabelledText> open = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (UnlabelledText text : texts) {
      List<List<String>> unlabelled =
          text.sentences().stream()
              .filter(tokens -> !excluded.contains(String.join("", tokens)))
              .toList();
      if (unlabelled.isEmpty()) {
        excludedTexts += text.sentences().isEmpty() ? 0 : 1;
      } else {
        open.add(text);
        counts.add(unlabelled.size());
        sentences.addAll(unlabelled);
      }
    }
    List<SoftSentence> labelled = models.label(sentences);
    int from = 0;
    for (int i = 0; i < open.size(); i++) {
      int to = from + counts.get(i);
      pool.add(WordUncertainty.of(open.get(i), labelled.subList(from, to)));
      from = to;
    }
  }

  /** Texts whose sentences were all labelled already. */
  public long excludedTexts() {
    return excludedTexts;
  }

  /**
   * The texts to label next, those that teach most first.
   *
   * @return as many as were asked for, or less if there are no more that are different
   */
  public List<Suggestion> suggest() {
    return GreedyBatch.choose(pool.texts(), count);
  }
}
