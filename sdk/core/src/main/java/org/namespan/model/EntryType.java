package org.namespan.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.Vocabulary;
import org.namespan.model.tag.TagSet;

/**
 * How the value of a metadata entry is written as text, and read. Lists have one item per line;
 * text is escaped as {@link EntryText} has it. These are classes and no lambdas, whose first use
 * would cost a loading JVM 10 ms.
 *
 * @param <T> the value
 */
abstract class EntryType<T> {

  /** Any text. */
  static final EntryType<String> TEXT = new Text();

  /** A whole number. */
  static final EntryType<Integer> NUMBER = new WholeNumber();

  /** A number above 0 and below 1. */
  static final EntryType<Double> PROBABILITY = new Probability();

  /** The labels of a tagger. */
  static final EntryType<List<String>> LABELS = new Lines(TagSet.MAX_LABELS, "labels");

  /** The classes of a classifier. */
  static final EntryType<List<String>> CLASSES =
      new Lines(ClassifierMetadata.MAX_CLASSES, "classes");

  /** A few words, of which each stands for something. */
  static final EntryType<List<String>> NAMES = new Lines(FeatureRecipe.MAX_HASHED, "names");

  /** As many whole numbers at most as there may be hashed features. */
  static final EntryType<List<Integer>> NUMBERS = new WholeNumbers();

  /** Finite numbers, at most one for each pair of labels. */
  static final EntryType<float[]> FLOATS = new Floats();

  /** Hashed features by their ids. */
  static final EntryType<List<HashedFeature>> FEATURES = new Features();

  /** Words, none of them empty. */
  static final EntryType<List<String>> WORDS = new Words();

  /** Bytes in Base64. */
  static final EntryType<byte[]> BYTES = new Bytes();

  /** The text of a value. */
  abstract String write(T value);

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException if it is none: the message says what was found and expected
   */
  abstract T read(byte[] utf8);

  /** The first format version that has such a value, other than the one that brought its key. */
  int since(T value) {
    return 1;
  }

  /** What an error calls a value that is newer than its key. */
  String describe(T value) {
    throw new IllegalStateException("only a choice has newer values");
  }

  private static String plain(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** No more lines than may be: each takes many times the memory that it has in the file. */
  private static List<String> lines(byte[] utf8, int most, String items) {
    char[] text = EntryText.unescape(utf8);
    if (text.length == 0) {
      return Collections.emptyList();
    }
    int count = 1;
    for (char c : text) {
      count += c == '\n' ? 1 : 0;
    }
    if (count > most) {
      throw refused(count + " " + items, "at most " + most);
    }
    return Arrays.asList(new String(text).split("\n", -1));
  }

  private static String join(List<?> items) {
    StringBuilder lines = new StringBuilder();
    for (Object item : items) {
      lines.append(lines.length() == 0 ? "" : "\n").append(item);
    }
    return lines.toString();
  }

  private static IllegalArgumentException refused(String found, String expected) {
    return new IllegalArgumentException("found " + found + ", expected " + expected);
  }

  private static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw refused("'" + text + "'", "a whole number");
    }
  }

  private static double finite(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Math.abs((float) number) <= Float.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused with those that are no finite number.
    }
    throw refused("'" + text + "'", "a finite number");
  }

  private static final class Text extends EntryType<String> {

    @Override
    String write(String value) {
      return EntryText.escape(value);
    }

    @Override
    String read(byte[] utf8) {
      return new String(EntryText.unescape(utf8));
    }
  }

  private static final class WholeNumber extends EntryType<Integer> {

    @Override
    String write(Integer value) {
      return value.toString();
    }

    @Override
    Integer read(byte[] utf8) {
      return wholeNumber(plain(utf8));
    }
  }

  private static final class Probability extends EntryType<Double> {

    @Override
    String write(Double value) {
      return value.toString();
    }

    @Override
    Double read(byte[] utf8) {
      String text = plain(utf8);
      double value = finite(text);
      if (value <= 0 || value >= 1) {
        throw refused(text, "more than 0 and less than 1");
      }
      return value;
    }
  }

  private static final class Lines extends EntryType<List<String>> {
    private final int most;
    private final String items;

    Lines(int most, String items) {
      this.most = most;
      this.items = items;
    }

    @Override
    String write(List<String> value) {
      return EntryText.escape(join(value));
    }

    @Override
    List<String> read(byte[] utf8) {
      return lines(utf8, most, items);
    }
  }

  private static final class WholeNumbers extends EntryType<List<Integer>> {

    @Override
    String write(List<Integer> value) {
      return join(value);
    }

    @Override
    List<Integer> read(byte[] utf8) {
      List<Integer> numbers = new ArrayList<>();
      for (String line : lines(utf8, FeatureRecipe.MAX_HASHED, "numbers")) {
        numbers.add(wholeNumber(line));
      }
      return numbers;
    }
  }

  private static final class Floats extends EntryType<float[]> {

    @Override
    String write(float[] value) {
      StringBuilder lines = new StringBuilder();
      for (float number : value) {
        lines.append(lines.length() == 0 ? "" : "\n").append(number);
      }
      return lines.toString();
    }

    @Override
    float[] read(byte[] utf8) {
      List<String> lines = lines(utf8, TagSet.MAX_LABELS * TagSet.MAX_LABELS, "numbers");
      float[] numbers = new float[lines.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) finite(lines.get(i));
      }
      return numbers;
    }
  }

  private static final class Features extends EntryType<List<HashedFeature>> {

    @Override
    String write(List<HashedFeature> value) {
      List<String> ids = new ArrayList<>();
      for (HashedFeature feature : value) {
        ids.add(feature.id());
      }
      return join(ids);
    }

    @Override
    List<HashedFeature> read(byte[] utf8) {
      List<HashedFeature> features = new ArrayList<>();
      for (String id : NAMES.read(utf8)) {
        features.add(HashedFeature.of(id));
      }
      return features;
    }
  }

  private static final class Words extends EntryType<List<String>> {

    @Override
    String write(List<String> value) {
      return EntryText.escape(Vocabulary.of(value).lines());
    }

    @Override
    List<String> read(byte[] utf8) {
      return Vocabulary.ofLines(EntryText.unescape(utf8));
    }
  }

  private static final class Bytes extends EntryType<byte[]> {

    @Override
    String write(byte[] value) {
      return Base64.getEncoder().encodeToString(value);
    }

    @Override
    byte[] read(byte[] utf8) {
      return Base64.getDecoder().decode(utf8);
    }
  }

  /**
   * One of some values by their names. The names stand in the table, for an app that R8 has shrunk
   * finds nothing by {@code Enum.valueOf}.
   */
  static final class Choice<T> extends EntryType<T> {
    private final List<T> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> versions = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();

    /** Adds a value of every format version. */
    Choice<T> or(T value, String name) {
      return or(value, name, 1, name);
    }

    /**
     * Adds a value.
     *
     * @param since the format version that brought it
     * @param description what it is, after {@code version 1 with}
     */
    Choice<T> or(T value, String name, int since, String description) {
      values.add(value);
      names.add(name);
      versions.add(since);
      descriptions.add(description);
      return this;
    }

    @Override
    String write(T value) {
      return names.get(values.indexOf(value));
    }

    @Override
    T read(byte[] utf8) {
      String name = plain(utf8);
      int found = names.indexOf(name);
      if (found < 0) {
        throw refused("'" + name + "'", expected());
      }
      return values.get(found);
    }

    private String expected() {
      return names.size() > 2 ? "one of " + names : "'" + String.join("' or '", names) + "'";
    }

    @Override
    int since(T value) {
      return versions.get(values.indexOf(value));
    }

    @Override
    String describe(T value) {
      return descriptions.get(values.indexOf(value));
    }
  }
}
