package org.namespan.trainer.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.tokenize.TokenSample;
import opennlp.tools.util.Span;
import org.namespan.trainer.corpus.AlignedText;

/**
 * What the two models learn from. A sentence stands in a sample as its corpus has it, or as its
 * tokens are joined by the {@link Detokenizer}.
 */
final class TextSamples {

  /** Sentences that stand in one text, so that each ends before another. */
  private static final int SENTENCES_PER_TEXT = 8;

  /** One text in so many keeps a space between all tokens, as text tokenised before has. */
  private static final int TEXTS_PER_SPACED_TEXT = 5;

  /**
   * Put in turn for the period of each sentence, where sentence ends are learned: news hardly asks
   * or shouts, its readers do.
   */
  private static final String[] FINAL_PUNCTUATION = {
    ".", ".", ".", "?", ".", ".", ".", ".", "?", "!", "."
  };

  private final Detokenizer detokenizer = new Detokenizer();

  /** The sentences as raw text, one sample for each. */
  List<TokenSample> tokens(List<TokenizedSentence> sentences) {
    List<TokenSample> samples = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      AlignedText joined = join(sentences.get(i), isSpaced(i / SENTENCES_PER_TEXT));
      samples.add(
          new TokenSample(
              joined.text(),
              joined.tokens().stream()
                  .map(token -> new Span(token.start(), token.end()))
                  .toArray(Span[]::new)));
    }
    return samples;
  }

  /** The sentences as raw text, several to a sample. */
  List<SentenceSample> sentences(List<TokenizedSentence> sentences) {
    List<SentenceSample> samples = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += SENTENCES_PER_TEXT) {
      StringBuilder text = new StringBuilder();
      List<Span> spans = new ArrayList<>();
      int to = Math.min(sentences.size(), from + SENTENCES_PER_TEXT);
      for (int i = from; i < to; i++) {
        TokenizedSentence sentence =
            sentences.get(i).withFinalPunctuation(FINAL_PUNCTUATION[i % FINAL_PUNCTUATION.length]);
        text.append(text.length() == 0 ? "" : " ");
        int start = text.length();
        text.append(join(sentence, isSpaced(from / SENTENCES_PER_TEXT)).text());
        spans.add(new Span(start, text.length()));
      }
      samples.add(new SentenceSample(text, spans.toArray(Span[]::new)));
    }
    return samples;
  }

  private static boolean isSpaced(int text) {
    return text % TEXTS_PER_SPACED_TEXT == TEXTS_PER_SPACED_TEXT - 1;
  }

  private AlignedText join(TokenizedSentence sentence, boolean spaced) {
    List<String> tokens = sentence.tokens();
    if (!spaced) {
      return sentence.text().orElseGet(() -> detokenizer.join(tokens));
    }
    int[] starts = new int[tokens.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + tokens.get(i - 1).length() + 1;
    }
    return AlignedText.of(String.join(" ", tokens), tokens, starts);
  }
}
