package org.namespan.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Turns tokens into ids: the page's part "From a token to ids". */
final class PlainFeatures {

  private static final String FOLDED =
      "`\u2019\u2018\u201A\u201B\u02BC\u2032\u00B4\u2039\u203A" // to '
          + "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u301D\u301E\u300C\u300D\u300E\u300F" // to "
          + "\u2010\u2011\u2012\u2013\u2014\u2212" // to -
          + "\u2026\u00A0" // to a full stop and a space
          + "\u3010\u3008\u300A\u27E8\u27E6\u3014" // to (
          + "\u3011\u3009\u300B\u27E9\u27E7\u3015"; // to )
  private static final String FOLDED_TO =
      "''''''''''\"\"\"\"\"\"\"\"\"\"\"\"\"------. (((((())))))";

  private final boolean zeroDigits;
  private final String wordCase;
  private final List<String> names;
  private final List<Integer> rows;
  private final int charLength;
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> lowerCaseWords = new HashMap<>();
  private final Map<Integer, Integer> alphabet = new HashMap<>();

  PlainFeatures(PlainMetadata metadata) {
    zeroDigits = metadata.word("word.digits").equals("zero");
    wordCase = metadata.word("word.case");
    for (String word : metadata.texts("vocabulary")) {
      int id = 2 + words.size();
      words.put(word, id);
      lowerCaseWords.putIfAbsent(map(word, Character::toLowerCase), id);
    }
    names = metadata.list("hash.features");
    rows = metadata.list("hash.rows").stream().map(Integer::valueOf).toList();
    charLength = metadata.has("char.length") ? Integer.parseInt(metadata.word("char.length")) : 0;
    if (charLength > 0) {
      metadata
          .text("char.alphabet")
          .codePoints()
          .forEach(c -> alphabet.put(c, 2 + alphabet.size()));
    }
  }

  /** How many hashed features there are. */
  int hashes() {
    return names.size();
  }

  /** How many characters are read of a token; 0 if none are. */
  int characters() {
    return charLength;
  }

  /** The id of a token's form. */
  int word(String token) {
    String form = fold(token);
    if (zeroDigits) {
      form = map(form, c -> Character.isDigit(c) ? '0' : c);
    }
    String lower = map(form, Character::toLowerCase);
    if (wordCase.equals("lower")) {
      form = lower;
    }
    int otherwise = wordCase.equals("any") ? lowerCaseWords.getOrDefault(lower, 1) : 1;
    return words.getOrDefault(form, otherwise);
  }

  /** The ids of the hashed features, in the order of the input. */
  int[] hashes(String token) {
    int[] ids = new int[names.size()];
    int first = 1;
    for (int i = 0; i < ids.length; i++) {
      ids[i] = first + Integer.remainderUnsigned(hash(feature(names.get(i), token)), rows.get(i));
      first += rows.get(i);
    }
    return ids;
  }

  /** The ids of the characters, padded. */
  int[] characters(String token) {
    int[] points = fold(token).codePoints().toArray();
    if (points.length > charLength) {
      int tail = charLength / 2;
      int[] both = Arrays.copyOf(points, charLength);
      System.arraycopy(points, points.length - tail, both, charLength - tail, tail);
      points = both;
    }
    int[] ids = new int[charLength];
    for (int i = 0; i < points.length; i++) {
      ids[i] = alphabet.getOrDefault(points[i], 1);
    }
    return ids;
  }

  static char fold(char c) {
    int at = FOLDED.indexOf(c);
    return at < 0 ? c : FOLDED_TO.charAt(at);
  }

  private static String fold(String token) {
    char[] characters = token.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = fold(characters[i]);
    }
    return new String(characters);
  }

  private static String map(String text, IntUnaryOperator mapping) {
    return string(text.codePoints().map(mapping));
  }

  private static String string(IntStream codePoints) {
    return codePoints
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String feature(String name, String token) {
    String folded = fold(token);
    int[] lower =
        map(folded, c -> Character.isDigit(c) ? '0' : Character.toLowerCase(c))
            .codePoints()
            .toArray();
    int size = Math.min(lower.length, name.charAt(name.length() - 1) - '0');
    return switch (name) {
      case "lower" -> string(Arrays.stream(lower));
      case "prefix2", "prefix3" -> string(Arrays.stream(lower, 0, size));
      case "suffix2", "suffix3", "suffix4" ->
          string(Arrays.stream(lower, lower.length - size, lower.length));
      case "shape" -> shape(folded);
      default -> throw new IllegalArgumentException("hashed feature " + name);
    };
  }

  private static String shape(String folded) {
    List<Integer> shape = new ArrayList<>();
    int run = 0;
    for (int c : folded.codePoints().toArray()) {
      int kind = c;
      if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        kind = 'X';
      } else if (Character.isLetter(c)) {
        kind = 'x';
      } else if (Character.isDigit(c)) {
        kind = 'd';
      }
      run = !shape.isEmpty() && shape.get(shape.size() - 1) == kind ? run + 1 : 1;
      if (run <= 4) {
        shape.add(kind);
      }
    }
    return string(shape.stream().mapToInt(Integer::intValue));
  }

  private static int hash(String text) {
    int h = 0x811c9dc5;
    for (int c : text.codePoints().toArray()) {
      h = (h ^ c) * 16777619;
    }
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
