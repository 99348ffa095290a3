package org.namespan.trainer.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Annotated texts as a format of texts can hold them: with spans that overlap or cut words, but
 * none that is empty, and as a rule none with gaps. Immutable.
 *
 * @param texts those that were not left out
 * @param problems spans that did not fit as they were
 * @param skippedTexts texts that were left out by {@link SpanPolicy#SKIP_TEXT}
 */
public record WritableTexts(List<AnnotatedText> texts, SpanProblems problems, int skippedTexts) {

  /** Copies the list. */
  public WritableTexts {
    texts = List.copyOf(texts);
  }

  /** Makes the texts fit {@code format}; with {@link SpanPolicy#FAIL} as for the aligner. */
  public static WritableTexts of(List<AnnotatedText> texts, TextFormat format, SpanPolicy policy) {
    List<AnnotatedText> fitting = new ArrayList<>();
    List<SpanProblem> problems = new ArrayList<>();
    int skipped = 0;
    for (AnnotatedText text : texts) {
      int before = problems.size();
      List<TextSpan> spans = new ArrayList<>();
      for (TextSpan span : text.spans()) {
        if (text.text().substring(span.start(), span.end()).isBlank()) {
          problems.add(new SpanProblem(SpanFault.EMPTY, text, span));
        } else if (span.isDiscontinuous() && !format.holdsDiscontinuous()) {
          problems.add(new SpanProblem(SpanFault.DISCONTINUOUS, text, span));
          if (policy == SpanPolicy.EXPAND) {
            spans.add(span.over(new TextSpan.Fragment(span.start(), span.end())));
          } else if (policy == SpanPolicy.SHRINK) {
            spans.add(
                span.over(
                    Collections.max(
                        span.fragments(), Comparator.comparingInt(TextSpan.Fragment::length))));
          }
        } else {
          spans.add(span);
        }
      }
      if (policy == SpanPolicy.SKIP_TEXT && problems.size() > before) {
        skipped++;
      } else {
        fitting.add(text.withSpans(spans));
      }
    }
    return new WritableTexts(fitting, new SpanProblems(problems), skipped);
  }
}
