package org.namespan.model.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.namespan.model.text.CharacterFolding;

/**
 * A property of a token's spelling, hashed into a fixed number of table rows, so that words never
 * seen in training still say something. All but {@link #SHAPE} ignore case and read every digit as
 * {@code 0}; lengths count code points.
 */
public enum HashedFeature {
  /** The whole token: {@code Obama's} is {@code obama's}. */
  LOWER,
  /** The first two characters. */
  PREFIX2,
  /** The first three characters: {@code Obama} is {@code oba}. */
  PREFIX3,
  /** The last two characters. */
  SUFFIX2,
  /** The last three characters: {@code Obama} is {@code ama}. */
  SUFFIX3,
  /** The last four characters. */
  SUFFIX4,
  /**
   * Letters become {@code X} or {@code x}, digits {@code d}, other characters stay; runs are cut at
   * four, as in spaCy: {@code Obama} is {@code Xxxxx}, {@code 1990s} is {@code ddddx}.
   */
  SHAPE;

  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 16777619;
  private static final int MAX_RUN = 4;
  private static final int ASCII = 128;
  private static final int[] ASCII_LOWER = new int[ASCII];
  private static final int[] ASCII_SHAPE = new int[ASCII];

  static {
    for (int c = 0; c < ASCII; c++) {
      ASCII_LOWER[c] = lower(c);
      ASCII_SHAPE[c] = shape(c);
    }
  }

  /** The name used in model files: {@code prefix3}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The feature with this {@link #id}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static HashedFeature of(String id) {
    for (HashedFeature feature : values()) {
      if (feature.id().equals(id)) {
        return feature;
      }
    }
    List<String> known = new ArrayList<>();
    for (HashedFeature feature : values()) {
      known.add(feature.id());
    }
    throw new IllegalArgumentException(
        "unknown hashed feature '" + id + "', expected one of " + known);
  }

  /**
   * The 32-bit FNV-1a hash of the feature's value for {@code token}, over code points (each as four
   * bytes folded into one step), finished with MurmurHash3's mixer so that low bits are usable.
   */
  public int hash(String token) {
    if (this == SHAPE) {
      return hashShape(token);
    }
    // One call for all: a JVM would otherwise compile its loop six times.
    return hashLower(token, start(token), end(token));
  }

  /** Where the part begins that this feature sees. */
  private int start(String token) {
    switch (this) {
      case SUFFIX2:
        return before(token, 2);
      case SUFFIX3:
        return before(token, 3);
      case SUFFIX4:
        return before(token, 4);
      default:
        return 0;
    }
  }

  /** Where it ends. */
  private int end(String token) {
    switch (this) {
      case PREFIX2:
        return after(token, 2);
      case PREFIX3:
        return after(token, 3);
      default:
        return token.length();
    }
  }

  /** The end of the first characters. */
  private static int after(String token, int count) {
    int i = 0;
    for (int k = 0; k < count && i < token.length(); k++) {
      i += Character.charCount(token.codePointAt(i));
    }
    return i;
  }

  /** The start of the last characters. */
  private static int before(String token, int count) {
    int i = token.length();
    for (int k = 0; k < count && i > 0; k++) {
      i -= Character.charCount(token.codePointBefore(i));
    }
    return i;
  }

  private static int hashLower(String token, int start, int end) {
    int hash = FNV_OFFSET;
    for (int i = start; i < end; ) {
      char first = token.charAt(i);
      if (first < ASCII) {
        hash = step(hash, ASCII_LOWER[first]);
        i++;
      } else {
        int c = token.codePointAt(i);
        i += Character.charCount(c);
        hash = step(hash, lower(c));
      }
    }
    return mix(hash);
  }

  private static int hashShape(String token) {
    int hash = FNV_OFFSET;
    int run = 0;
    int previous = -1;
    for (int i = 0; i < token.length(); ) {
      char first = token.charAt(i);
      int c;
      if (first < ASCII) {
        c = ASCII_SHAPE[first];
        i++;
      } else {
        c = token.codePointAt(i);
        i += Character.charCount(c);
        c = shape(c);
      }
      run = c == previous ? run + 1 : 1;
      previous = c;
      if (run <= MAX_RUN) {
        hash = step(hash, c);
      }
    }
    return mix(hash);
  }

  private static int lower(int codePoint) {
    int c = CharacterFolding.fold(codePoint);
    return Character.isDigit(c) ? '0' : Character.toLowerCase(c);
  }

  private static int shape(int codePoint) {
    int c = CharacterFolding.fold(codePoint);
    if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
      return 'X';
    }
    if (Character.isLetter(c)) {
      return 'x';
    }
    return Character.isDigit(c) ? 'd' : c;
  }

  private static int step(int hash, int value) {
    return (hash ^ value) * FNV_PRIME;
  }

  private static int mix(int hash) {
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }
}
