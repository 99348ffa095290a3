package org.namespan.trainer.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.tokenize.TokenSample;
import opennlp.tools.util.Span;

/** What the two models learn from, made of tokenised sentences. */
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
  List<TokenSample> tokens(List<List<String>> sentences) {
    List<TokenSample> samples = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      JoinedText joined = join(sentences.get(i), isSpaced(i / SENTENCES_PER_TEXT));
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
  List<SentenceSample> sentences(List<List<String>> sentences) {
    List<SentenceSample> samples = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += SENTENCES_PER_TEXT) {
      StringBuilder text = new StringBuilder();
      List<Span> spans = new ArrayList<>();
      int to = Math.min(sentences.size(), from + SENTENCES_PER_TEXT);
      for (int i = from; i < to; i++) {
        List<String> sentence =
            withFinalPunctuation(sentences.get(i), FINAL_PUNCTUATION[i % FINAL_PUNCTUATION.length]);
        text.append(text.length() == 0 ? "" : " ");
        int start = text.length();
        text.append(join(sentence, isSpaced(from / SENTENCES_PER_TEXT)).text());
        spans.add(new Span(start, text.length()));
      }
      samples.add(new SentenceSample(text, spans.toArray(Span[]::new)));
    }
    return samples;
  }

  private static List<String> withFinalPunctuation(List<String> sentence, String mark) {
    int last = sentence.size() - 1;
    if (!sentence.get(last).equals(".")) {
      return sentence;
    }
    List<String> changed = new ArrayList<>(sentence);
    changed.set(last, mark);
    return changed;
  }

  private static boolean isSpaced(int text) {
    return text % TEXTS_PER_SPACED_TEXT == TEXTS_PER_SPACED_TEXT - 1;
  }

  private JoinedText join(List<String> sentence, boolean spaced) {
    if (!spaced) {
      return detokenizer.join(sentence);
    }
    int[] starts = new int[sentence.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + sentence.get(i - 1).length() + 1;
    }
    return JoinedText.of(String.join(" ", sentence), sentence, starts);
  }
}
