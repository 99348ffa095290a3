package org.namespan.model.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
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

  /** Null where the model has OpenNLP's own features and nothing else. */
  private final SentenceModel model;

  private final StopFeatures features;
  private final String stops;

  /** Whether each ASCII character is one of them. */
  private final boolean[] isStop = new boolean[ASCII];

  private StopModel(SentenceModel model) {
    this.model = model;
    this.features = null;
    this.stops = "";
  }

  private StopModel(StopFeatures features, String stops) {
    this.model = null;
    this.features = features;
    this.stops = stops;
    for (int i = 0; i < stops.length(); i++) {
      if (stops.charAt(i) < ASCII) {
        isStop[stops.charAt(i)] = true;
      }
    }
  }

  /**
   * Reads a serialised {@link SentenceModel}.
   *
   * @throws IOException if it is damaged or none
   */
  static StopModel read(byte[] file) throws IOException {
    MaxentFile plain =
        MaxentFile.read(
            file,
            "SentenceDetectorME",
            SentenceDetectorFactory.class,
            SentenceDetectorME.SPLIT,
            SentenceDetectorME.NO_SPLIT);
    boolean usesTokenEnd = plain != null && plain.property("useTokenEnd").equals("true");
    String stops = usesTokenEnd ? plain.property("eosCharacters") : "";
    return stops.isEmpty()
        ? new StopModel(new SentenceModel(new ByteArrayInputStream(file)))
        : new StopModel(new StopFeatures(plain.model(), stops), stops);
  }

  /**
   * The places after the last character of each sentence but the last one.
   *
   * @param paragraph its only white space is the space
   */
  int[] ends(String paragraph) {
    return model == null ? byFeatures(paragraph) : byOpenNlp(paragraph);
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
      if (!goesOn && i >= nextWord && features.isEnd(paragraph, i)) {
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
}
