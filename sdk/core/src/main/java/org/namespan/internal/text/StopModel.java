package org.namespan.internal.text;

import java.util.Arrays;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.DefaultSDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Tells where sentences end by an OpenNLP model, as {@link SentenceDetectorME} does. Safe for use
 * by many threads.
 */
final class StopModel {

  private static final int ASCII = 128;

  private final SentenceModel model;
  private final MaxentModel classifier;
  private final String stops;

  /** Whether each ASCII character is one of them. */
  private final boolean[] isStop = new boolean[ASCII];

  /** Null where the model has features of its own, or ends of its own kind. */
  private final StopFeatures features;

  StopModel(SentenceModel model) {
    SentenceDetectorFactory factory = model.getFactory();
    StringBuilder characters = new StringBuilder();
    for (char stop : factory.getEndOfSentenceScanner().getEOSCharacters()) {
      characters.append(stop);
      if (stop < ASCII) {
        isStop[stop] = true;
      }
    }
    boolean plain =
        factory.isUseTokenEnd()
            && factory.getAbbreviationDictionary() == null
            && factory.getSDContextGenerator().getClass() == DefaultSDContextGenerator.class;
    this.model = model;
    this.classifier = model.getMaxentModel();
    this.stops = characters.toString();
    this.features = plain ? new StopFeatures(stops) : null;
  }

  /**
   * The places after the last character of each sentence but the last one.
   *
   * @param paragraph its only white space is the space
   */
  int[] ends(String paragraph) {
    return features == null ? byOpenNlp(paragraph) : byFeatures(paragraph);
  }

  private int[] byOpenNlp(String paragraph) {
    // It keeps state and is cheap to make (0.1 µs).
    Span[] sentences = new SentenceDetectorME(model).sentPosDetect(paragraph);
    int[] ends = new int[Math.max(0, sentences.length - 1)];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = sentences[i].getEnd();
    }
    return ends;
  }

  private int[] byFeatures(String paragraph) {
    int[] ends = new int[4];
    int count = 0;
    int sentenceStart = 0;
    int nextWord = 0;
    for (int i = nextStop(paragraph, 0); i < paragraph.length(); ) {
      int next = nextStop(paragraph, i + 1);
      int tokenEnd = tokenEnd(paragraph, i + 1);
      int wordAfter = wordFrom(paragraph, tokenEnd);
      if (wordAfter == paragraph.length()) {
        // What ends here is the last sentence.
        break;
      }
      boolean goesOn = next < tokenEnd && !Character.isUpperCase(paragraph.charAt(i + 1));
      if (!goesOn && i >= nextWord && isEnd(paragraph, i)) {
        if (i > sentenceStart) {
          nextWord = wordAfter;
          ends = count < ends.length ? ends : Arrays.copyOf(ends, 2 * count);
          ends[count++] = tokenEnd;
        }
        sentenceStart = i + 1;
      }
      i = next;
    }
    return Arrays.copyOf(ends, count);
  }

  /** The next character from a place on that may end a sentence, or the end of the text. */
  private int nextStop(String text, int from) {
    int i = from;
    while (i < text.length() && !isStop(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isStop(char c) {
    return c < ASCII ? isStop[c] : stops.indexOf(c) >= 0;
  }

  private static int tokenEnd(String text, int from) {
    int end = text.indexOf(' ', from);
    return end < 0 ? text.length() : end;
  }

  private static int wordFrom(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private boolean isEnd(String paragraph, int stop) {
    double[] shares = classifier.eval(features.of(paragraph, stop));
    return classifier.getBestOutcome(shares).equals(SentenceDetectorME.SPLIT);
  }
}
