package org.namespan.model.text;

import java.util.Arrays;
import opennlp.tools.sentdetect.SentenceDetectorME;

/**
 * Finds sentence ends by a maxent model over the features of OpenNLP's default sentence detector,
 * as {@link SentenceDetectorME} does.
 */
final class MaxentSentenceDetector extends StatisticalSentenceDetector {

  private static final int ASCII = 128;

  private final BinaryMaxentModel model;
  private final SentenceEndFeatures features;
  private final String eosCharacters;

  /** Whether each ASCII character is one of them. */
  private final boolean[] isAsciiEos = new boolean[ASCII];

  /**
   * @param model its positive outcome is a sentence end
   * @param eosCharacters the characters that may end a sentence
   */
  MaxentSentenceDetector(BinaryMaxentModel model, String eosCharacters) {
    this.model = model;
    this.features = new SentenceEndFeatures(model, eosCharacters);
    this.eosCharacters = eosCharacters;
    for (int i = 0; i < eosCharacters.length(); i++) {
      if (eosCharacters.charAt(i) < ASCII) {
        isAsciiEos[eosCharacters.charAt(i)] = true;
      }
    }
  }

  BinaryMaxentModel model() {
    return model;
  }

  /** The characters that may end a sentence. */
  String eosCharacters() {
    return eosCharacters;
  }

  @Override
  int[] innerEnds(String paragraph) {
    int[] ends = new int[4];
    int count = 0;
    int sentenceStart = 0;
    int nextWord = 0;
    for (int i = nextEos(paragraph, 0); i < paragraph.length(); ) {
      int next = nextEos(paragraph, i + 1);
      int runEnd = runEnd(paragraph, i + 1);
      int wordAfter = skipSpaces(paragraph, runEnd);
      if (wordAfter == paragraph.length()) {
        // What ends here is the last sentence.
        break;
      }
      boolean goesOn = next < runEnd && !Character.isUpperCase(paragraph.charAt(i + 1));
      if (!goesOn && i >= nextWord && model.isPositive(features.logOdds(paragraph, i))) {
        if (i > sentenceStart) {
          nextWord = wordAfter;
          ends = count < ends.length ? ends : Arrays.copyOf(ends, 2 * count);
          ends[count++] = runEnd;
        }
        sentenceStart = i + 1;
      }
      i = next;
    }
    return Arrays.copyOf(ends, count);
  }

  /** The next character from a place on that may end a sentence, or the end of the text. */
  private int nextEos(String text, int from) {
    int i = from;
    while (i < text.length() && !isEos(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isEos(char c) {
    return c < ASCII ? isAsciiEos[c] : eosCharacters.indexOf(c) >= 0;
  }

  /** The end of the run without spaces that goes on at {@code from}. */
  private static int runEnd(String text, int from) {
    int end = text.indexOf(' ', from);
    return end < 0 ? text.length() : end;
  }

  private static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
