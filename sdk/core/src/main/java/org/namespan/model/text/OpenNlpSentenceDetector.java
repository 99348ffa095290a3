package org.namespan.model.text;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Finds sentence ends by OpenNLP's own {@link SentenceDetectorME}: for models with a dictionary of
 * abbreviations, a factory of their own or another algorithm than maxent.
 */
final class OpenNlpSentenceDetector extends StatisticalSentenceDetector {

  private final SentenceModel model;

  OpenNlpSentenceDetector(SentenceModel model) {
    this.model = model;
  }

  @Override
  int[] innerEnds(String paragraph) {
    // A detector keeps state; a new one is cheap (0.1 µs).
    Span[] sentences = new SentenceDetectorME(model).sentPosDetect(paragraph);
    int[] ends = new int[Math.max(0, sentences.length - 1)];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = sentences[i].getEnd();
    }
    return ends;
  }
}
