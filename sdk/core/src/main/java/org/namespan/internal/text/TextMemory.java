package org.namespan.internal.text;

/**
 * The texts of tokens, kept for the next time: most of a text is made of few words, and a string
 * that is there already need not be made, nor fetched from afar. Each stands where its hash points
 * to, until another takes the place. Safe for use by many threads.
 */
final class TextMemory {

  /** A power of two: as many texts are remembered at most. */
  private static final int PLACES = 4096;

  private static final int LONGEST_REMEMBERED = 24;

  private final String[] places = new String[PLACES];

  /** What {@code text.substring(start, end)} is equal to. */
  String substring(String text, int start, int end) {
    if (end - start > LONGEST_REMEMBERED) {
      return text.substring(start, end);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    String remembered = places[place];
    if (remembered != null
        && remembered.length() == end - start
        && text.startsWith(remembered, start)) {
      return remembered;
    }
    String found = text.substring(start, end);
    places[place] = found;
    return found;
  }
}
