package org.namespan.model.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.tokenize.TokenSample;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.model.BaseModel;

/** OpenNLP models that know a handful of sentences. */
final class SmallModels {

  private static final String SPLIT = "<SPLIT>";

  private static final List<String> SENTENCES =
      List.of(
          "He left<SPLIT>.",
          "She came<SPLIT>.",
          "It<SPLIT>'s late<SPLIT>, he said<SPLIT>.",
          "The U.S. team left<SPLIT>.",
          "The U.S. man came<SPLIT>, he said<SPLIT>.",
          "She left the U.S. .",
          "Mr. Smith<SPLIT>'s cat came<SPLIT>!",
          "Is it late<SPLIT>?",
          "\"<SPLIT>It<SPLIT>'s late<SPLIT>,<SPLIT>\" she said<SPLIT>.",
          "He (<SPLIT>the man<SPLIT>) left<SPLIT>.",
          "He left .",
          "She came .");

  private SmallModels() {}

  static byte[] tokenizer() {
    return tokenizer(null);
  }

  static byte[] tokenizer(Dictionary abbreviations) {
    List<TokenSample> samples = new ArrayList<>();
    for (String sentence : SENTENCES) {
      samples.add(TokenSample.parse(sentence, SPLIT));
    }
    try {
      return bytes(
          TokenizerME.train(
              ObjectStreamUtils.createObjectStream(samples),
              new TokenizerFactory("en", abbreviations, true, null),
              parameters()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sentences() {
    return sentences(null);
  }

  static byte[] sentences(Dictionary abbreviations) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (String sentence : SENTENCES) {
      int start = text.length();
      text.append(sentence.replace(SPLIT, ""));
      spans.add(new Span(start, text.length()));
      text.append(' ');
    }
    try {
      return bytes(
          SentenceDetectorME.train(
              "en",
              ObjectStreamUtils.createObjectStream(
                  List.of(new SentenceSample(text, spans.toArray(new Span[0])))),
              new SentenceDetectorFactory("en", true, abbreviations, new char[] {'.', '!', '?'}),
              parameters()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrainingParameters parameters() {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    return parameters;
  }

  private static byte[] bytes(BaseModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.serialize(out);
    return out.toByteArray();
  }
}
