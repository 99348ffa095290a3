package org.namespan.trainer.text;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.model.BaseModel;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.corpus.Sentence;

/**
 * Learns OpenNLP's maxent tokenizer and sentence detector from tokenised sentences, and keeps them
 * as maxent tables.
 *
 * <p>They are learned from the text of the sentences where the corpus has it; the tokens of all
 * other sentences are joined by the {@link Detokenizer}. Some sentences are taken with a space
 * between all tokens, so that text tokenised before is left as it is. Sentences written for the
 * purpose add what news rarely holds: addresses, prices and brackets for any language, contractions
 * and abbreviations for English. The same sentences always give the same bytes. Learning takes some
 * seconds for tens of thousands of sentences.
 */
final class TextModelLearner {

  private static final char[] EOS_CHARACTERS = {'.', '!', '?'};

  private static final int ITERATIONS = 100;

  /** Sentences taken from a large corpus stay together in runs of this length. */
  private static final int RUN = 100;

  private TextModelLearner() {}

  /**
   * Learns both models, of kind {@link TextModels.Kind#MAXENT}.
   *
   * @param sentences with tokens as the tagger is to see them, in the order of their texts; a token
   *     that holds white space counts as several
   * @param language ISO 639-1 code, such as {@code en}
   * @throws IllegalArgumentException if OpenNLP cannot learn from the sentences
   */
  static TextModels learn(List<Sentence> sentences, String language) {
    return learn(sentences, language, Settings.forCorpus(sentences.size()));
  }

  /**
   * How a corpus is learned from.
   *
   * @param sentences how many of its sentences are used
   * @param cutoff how often a feature must occur to be kept; this rules the size of the models
   * @param exampleCopies how often each written sentence counts
   */
  record Settings(int sentences, int cutoff, int exampleCopies) {

    private static final Settings LARGE = new Settings(20_000, 6, 5);
    private static final int SMALL_CORPUS = 4_000;

    static Settings forCorpus(int sentences) {
      return sentences < SMALL_CORPUS ? new Settings(sentences, 2, 2) : LARGE;
    }
  }

  static TextModels learn(List<Sentence> sentences, String language, Settings settings) {
    List<TokenizedSentence> chosen = tokenized(thin(sentences, settings.sentences()));
    List<TokenizedSentence> examples = new ArrayList<>(examples("any"));
    examples.addAll(examples(language));
    for (int i = 0; i < settings.exampleCopies(); i++) {
      chosen.addAll(examples);
    }
    TextSamples samples = new TextSamples();
    try {
      TokenizerModel tokenizer =
          TokenizerME.train(
              ObjectStreamUtils.createObjectStream(samples.tokens(chosen)),
              new TokenizerFactory(language, null, true, null),
              parameters(settings.cutoff()));
      SentenceModel detector =
          SentenceDetectorME.train(
              language,
              ObjectStreamUtils.createObjectStream(samples.sentences(chosen)),
              new SentenceDetectorFactory(language, true, null, EOS_CHARACTERS),
              parameters(settings.cutoff()));
      return TextModels.openNlp(serialized(tokenizer), serialized(detector)).asTables();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot learn to split text from " + sentences.size() + " sentences: " + e.getMessage(),
          e);
    }
  }

  /** As OpenNLP writes it, the time of day included, which a table does not keep. */
  private static byte[] serialized(BaseModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.serialize(out);
    return out.toByteArray();
  }

  private static TrainingParameters parameters(int cutoff) {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put("DataIndexer", "OnePass");
    return parameters;
  }

  /** At most {@code limit} of the sentences, in runs of neighbours spread over the corpus. */
  private static List<Sentence> thin(List<Sentence> sentences, int limit) {
    if (sentences.size() <= limit) {
      return sentences;
    }
    List<Sentence> chosen = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      if ((long) (i / RUN) * limit % sentences.size() < limit) {
        chosen.add(sentences.get(i));
      }
    }
    return chosen;
  }

  /** Those of the sentences that are not empty without their white space. */
  private static List<TokenizedSentence> tokenized(List<Sentence> sentences) {
    return sentences.stream()
        .map(TokenizedSentence::of)
        .filter(sentence -> !sentence.tokens().isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The tokenised sentences written for a language, or for any; none for most languages. */
  private static List<TokenizedSentence> examples(String language) {
    try (InputStream in = TextModelLearner.class.getResourceAsStream(language + ".txt")) {
      if (in == null) {
        return List.of();
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> new TokenizedSentence(Arrays.asList(line.split(" "))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
