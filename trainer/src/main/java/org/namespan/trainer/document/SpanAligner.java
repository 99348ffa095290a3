package org.namespan.trainer.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.corpus.Sentence;

/**
 * Makes sentences of tokens of annotated texts: the splitter of a model cuts the text, so that
 * training sees the tokens that the model will see, and a policy decides about spans that do not
 * fit them. Safe for use by many threads.
 *
 * <pre>{@code
 * TextCorpus corpus = TextFormats.named("doccano").orElseThrow().read(file, Optional.empty());
 * AlignedTexts aligned = new SpanAligner(splitter, SpanPolicy.SKIP).align(corpus.texts());
 * CorpusWriter.write(aligned.sentences(), target, CorpusScheme.BIO);
 * }</pre>
 */
public final class SpanAligner {

  private final TextSplitter splitter;
  private final SpanPolicy policy;

  /** An aligner to the tokens of {@code splitter}. */
  public SpanAligner(TextSplitter splitter, SpanPolicy policy) {
    this.splitter = splitter;
    this.policy = policy;
  }

  /**
   * Aligns texts. With {@link SpanPolicy#FAIL} it is for the caller to look at the problems ({@link
   * SpanProblems#requireNone}).
   */
  public AlignedTexts align(List<AnnotatedText> texts) {
    List<Sentence> sentences = new ArrayList<>();
    List<SpanProblem> problems = new ArrayList<>();
    int skipped = 0;
    for (AnnotatedText text : texts) {
      int before = problems.size();
      TokenSpans spans = TokenSpans.of(text, splitter.split(text.text()), policy, problems);
      problems
          .subList(before, problems.size())
          .sort(Comparator.comparingInt(problem -> problem.span().start()));
      if (policy == SpanPolicy.SKIP_TEXT && problems.size() > before) {
        skipped++;
      } else {
        sentences.addAll(spans.sentences());
      }
    }
    return new AlignedTexts(sentences, new SpanProblems(problems), skipped);
  }
}
