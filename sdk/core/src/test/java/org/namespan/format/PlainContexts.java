package org.namespan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The predicates of places in a text: the page's part "Text models as tables". */
final class PlainContexts {

  private PlainContexts() {}

  /** The predicates of the place before a character in a run without separators. */
  static List<String> ofPlace(String run, int place) {
    List<String> predicates = new ArrayList<>();
    predicates.add("p=" + run.substring(0, place));
    predicates.add("s=" + run.substring(place));
    addCharacter("p1", run, place - 1, predicates);
    addCharacter("p2", run, place - 2, predicates);
    addCharacter("f1", run, place, predicates);
    addCharacter("f2", run, place + 1, predicates);
    if (place >= 2) {
      predicates.add("p21=" + run.substring(place - 2, place));
    }
    predicates.add("p1f1=" + run.substring(place - 1, place + 1));
    if (place + 2 <= run.length()) {
      predicates.add("f12=" + run.substring(place, place + 2));
    }
    if (run.startsWith("&") && run.endsWith(";")) {
      predicates.add("cc");
    }
    return predicates;
  }

  private static void addCharacter(String name, String run, int at, List<String> predicates) {
    if (at < 0 || at >= run.length()) {
      predicates.add(name + "=bok");
      return;
    }
    char c = run.charAt(at);
    predicates.add(name + "=" + c);
    if (Character.isLetter(c)) {
      predicates.add(name + "_alpha");
      if (Character.isUpperCase(c)) {
        predicates.add(name + "_caps");
      }
    } else if (Character.isDigit(c)) {
      predicates.add(name + "_num");
    } else if (".?!".indexOf(c) >= 0) {
      predicates.add(name + "_eos");
    } else if ("`\"'".indexOf(c) >= 0) {
      predicates.add(name + "_quote");
    } else if ("[{(".indexOf(c) >= 0) {
      predicates.add(name + "_lp");
    } else if ("]})".indexOf(c) >= 0) {
      predicates.add(name + "_rp");
    }
  }

  /** The offsets in a paragraph behind which a sentence ends, as the model finds them. */
  static List<Integer> sentenceEnds(String paragraph, PlainMaxent detector) {
    List<Integer> ends = new ArrayList<>();
    int sentenceStart = 0;
    int nextWord = 0;
    for (int i = 0; i < paragraph.length(); i++) {
      if (!detector.isEnd(paragraph.charAt(i))) {
        continue;
      }
      int runEnd = i + 1;
      boolean another = false;
      while (runEnd < paragraph.length() && paragraph.charAt(runEnd) != ' ') {
        another |= detector.isEnd(paragraph.charAt(runEnd++));
      }
      int next = runEnd;
      while (next < paragraph.length() && paragraph.charAt(next) == ' ') {
        next++;
      }
      if (next == paragraph.length()) {
        break;
      }
      if (another && !Character.isUpperCase(paragraph.charAt(i + 1)) || i < nextWord) {
        continue;
      }
      if (detector.isBoundary(ofEnd(paragraph, i, detector::isEnd))) {
        if (i != sentenceStart) {
          ends.add(runEnd);
          nextWord = next;
        }
        sentenceStart = i + 1;
      }
    }
    return ends;
  }

  /** The predicates of an end-of-sentence character. */
  static List<String> ofEnd(String text, int place, IntPredicate isEnd) {
    List<String> predicates = new ArrayList<>();
    predicates.add("eos=" + text.charAt(place));
    if (place > 0 && text.charAt(place - 1) == ' ') {
      predicates.add("sp");
    }
    if (place + 1 < text.length() && text.charAt(place + 1) == ' ') {
      predicates.add("sn");
    }
    int xStart = spacesBefore(text, place);
    for (int i = xStart + 1; i < place; i++) {
      xStart = isEnd.test(text.charAt(i)) ? i : xStart;
    }
    String x = text.substring(xStart, place).trim();
    addText("x", x, predicates);
    if (!x.isEmpty()) {
      predicates.add(Integer.toString(x.length()));
    }
    addText("v", text.substring(spacesBefore(text, xStart), xStart).trim(), predicates);
    int sEnd = spacesAfter(text, place + 1);
    for (int i = sEnd - 1; i > place; i--) {
      sEnd = isEnd.test(text.charAt(i)) ? i : sEnd;
    }
    addText("s", text.substring(place + 1, sEnd).trim(), predicates);
    addText("n", text.substring(sEnd + 1, spacesAfter(text, sEnd + 2)).trim(), predicates);
    return predicates;
  }

  /** Where the nearest spaces before a place begin; 0 if there are none. */
  private static int spacesBefore(String text, int place) {
    int i = text.lastIndexOf(' ', place - 1);
    while (i > 0 && text.charAt(i - 1) == ' ') {
      i--;
    }
    return Math.max(i, 0);
  }

  /** The last of the nearest spaces from a place on; the length of the text if there are none. */
  private static int spacesAfter(String text, int place) {
    int i = text.indexOf(' ', place);
    while (i >= 0 && i + 1 < text.length() && text.charAt(i + 1) == ' ') {
      i++;
    }
    return i < 0 ? text.length() : i;
  }

  private static void addText(String name, String text, List<String> predicates) {
    predicates.add(name + "=" + text);
    if (!text.isEmpty() && Character.isUpperCase(text.charAt(0))) {
      predicates.add(name + "cap");
    }
  }
}
