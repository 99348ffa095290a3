package org.namespan.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives people, places and organisations made-up names of which no word stands in the text. */
final class MadeUpReplacer implements Replacer {

  private final MadeUpNames names = MadeUpNames.load();
  private final long seed;
  private final Replacer placeholders;
  private final Set<String> words;
  private final Map<String, Order> orders = new HashMap<>();

  /** In the case of the resources, whatever case the name has. */
  private final Map<Name, String> given = new HashMap<>();

  private final Set<String> used = new HashSet<>();

  /**
   * @param placeholders for names of other kinds, and where no made-up name is left
   */
  MadeUpReplacer(String text, long seed, Replacer placeholders) {
    this.seed = seed;
    this.placeholders = placeholders;
    this.words = words(text);
  }

  /** All names of a kind, each once: as many as a power of two, gone through in odd steps. */
  private static final class Order {
    private final int count;
    private final int step;
    private int next;
    private int left;

    Order(int count, Random random) {
      this.count = count;
      this.step = 2 * random.nextInt(count) + 1;
      this.next = random.nextInt(count);
      this.left = count;
    }

    int next() {
      left--;
      int index = next;
      next = (next + step) % count;
      return index;
    }
  }

  private static Set<String> words(String text) {
    FoldedText folded = FoldedText.of(text);
    Set<String> words = new HashSet<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= folded.length(); i++) {
      if (i < folded.length() && Words.isPart(folded.charAt(i))) {
        word.append(folded.charAt(i));
      } else {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  @Override
  public String replace(Name name, String written, int form) {
    @Nullable String base = given.get(name);
    if (base == null) {
      base = next(name);
      if (base == null) {
        return placeholders.replace(name, written, form);
      }
      given.put(name, base);
    }
    String replacement = inCaseOf(written, base);
    if (used.add(replacement)) {
      return replacement;
    }
    // Written in the same case, but with other white space: it has to be told apart.
    @Nullable String other = next(name);
    return other == null ? placeholders.replace(name, written, form) : other;
  }

  private static String inCaseOf(String written, String name) {
    String upper = written.toUpperCase(Locale.ROOT);
    String lower = written.toLowerCase(Locale.ROOT);
    if (upper.equals(lower)) {
      return name;
    }
    return written.equals(upper)
        ? name.toUpperCase(Locale.ROOT)
        : written.equals(lower) ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** The next name of the label; null if there is none. */
  private @Nullable String next(Name name) {
    int count = names.count(name.label());
    if (count == 0) {
      return null;
    }
    Order order =
        orders.computeIfAbsent(
            name.label(), label -> new Order(count, new Random(seed ^ label.hashCode())));
    while (order.left > 0) {
      String next = names.get(name.label(), order.next());
      if (isNew(next)) {
        return next;
      }
    }
    return null;
  }

  private boolean isNew(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split(" ", -1)) {
      if (words.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
