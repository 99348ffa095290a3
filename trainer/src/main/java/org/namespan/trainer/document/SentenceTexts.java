package org.namespan.trainer.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.text.Detokenizer;

/** Sentences of tokens as annotated texts, one for each sentence. */
public final class SentenceTexts {

  private SentenceTexts() {}

  /**
   * The texts of a corpus: as they were typed where the corpus has them, else joined from the
   * tokens by the {@link Detokenizer}. Open types are not told.
   *
   * @param file where the corpus stands, for messages
   */
  public static List<AnnotatedText> of(Corpus corpus, Path file) {
    Detokenizer detokenizer = new Detokenizer();
    List<AnnotatedText> texts = new ArrayList<>();
    for (Sentence sentence : corpus.sentences()) {
      AlignedText aligned = sentence.text().orElseGet(() -> detokenizer.join(sentence.tokens()));
      List<Token> tokens = aligned.tokens();
      List<TextSpan> spans = new ArrayList<>();
      for (Span span : sentence.spans()) {
        spans.add(
            TextSpan.of(
                span.type(),
                tokens.get(span.start()).start(),
                tokens.get(span.end() - 1).end(),
                sentence.line(span.start())));
      }
      texts.add(new AnnotatedText(aligned.text(), spans, file, sentence.line()));
    }
    return texts;
  }
}
