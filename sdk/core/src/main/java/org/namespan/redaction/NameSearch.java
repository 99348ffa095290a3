package org.namespan.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;

/**
 * Where the names of a text stand: those that were found, and every other place with the same
 * words, in any case.
 */
final class NameSearch {

  private final String text;
  private final Map<String, Name> names = new HashMap<>();
  private final Trie<Name> byWords = new Trie<>();

  private NameSearch(String text) {
    this.text = text;
  }

  /**
   * The places, in text order, none overlapping.
   *
   * @param entities of the text, none overlapping
   * @throws IllegalArgumentException if they overlap or are not in the text
   */
  static List<NameSpan> find(String text, List<Entity> entities, RedactorOptions options) {
    List<Entity> ordered = new ArrayList<>(entities);
    ordered.sort((a, b) -> Integer.compare(a.start(), b.start()));
    NameSearch search = new NameSearch(text);
    List<NameSpan> found = new ArrayList<>();
    int end = 0;
    for (Entity entity : ordered) {
      if (entity.start() < end || entity.end() <= entity.start() || entity.end() > text.length()) {
        throw new IllegalArgumentException(
            "found an entity at "
                + entity.start()
                + ".."
                + entity.end()
                + ", expected entities that do not overlap, from 0 to "
                + text.length());
      }
      end = entity.end();
      Set<String> types = options.types();
      if (types.isEmpty() || types.contains(entity.type())) {
        found.add(search.span(entity, options.label(entity.type())));
      }
    }
    return found.isEmpty() ? found : search.everywhere(found);
  }

  private NameSpan span(Entity entity, String label) {
    int end = withoutPossessive(entity.start(), entity.end());
    String folded = FoldedText.fold(text.substring(entity.start(), end));
    String key = label + "\n" + folded;
    @Nullable Name name = names.get(key);
    if (name == null) {
      name = new Name(label, folded);
      names.put(key, name);
      if (hasWord(folded) && !isAdded(folded)) {
        byWords.put(folded, name);
      }
    }
    return new NameSpan(entity.start(), end, name);
  }

  private int withoutPossessive(int start, int end) {
    boolean possessive =
        end - start > 2
            && (text.charAt(end - 1) | 0x20) == 's'
            && "'\u2019\u02BC".indexOf(text.charAt(end - 2)) >= 0
            && Words.isPart(Character.codePointBefore(text, end - 2));
    return possessive ? end - 2 : end;
  }

  private static boolean hasWord(String folded) {
    return folded.codePoints().anyMatch(Words::isPart);
  }

  /** The same words may be names of two types: elsewhere they are of the first. */
  private boolean isAdded(String folded) {
    int node = Trie.ROOT;
    for (int i = 0; i < folded.length() && node != Trie.NONE; i++) {
      node = byWords.next(node, folded.charAt(i));
    }
    return node != Trie.NONE && byWords.value(node) != null;
  }

  /**
   * Goes through the text once. Of names at one place the longest is taken, though a part of it was
   * found by itself. A place beside one that is replaced is at the bound of a word, for it is so in
   * the redacted text.
   */
  private List<NameSpan> everywhere(List<NameSpan> found) {
    FoldedText folded = FoldedText.of(text);
    List<NameSpan> all = new ArrayList<>();
    int next = 0;
    int done = 0;
    for (int i = 0; i < folded.length(); i++) {
      int start = folded.start(i);
      while (next < found.size() && found.get(next).start() < start) {
        done = add(found.get(next++), all);
      }
      if (start < done || folded.isSplitBefore(i)) {
        continue;
      }
      @Nullable NameSpan here =
          next < found.size() && found.get(next).start() == start ? found.get(next) : null;
      @Nullable NameSpan longest =
          byWords.mayBegin(folded.charAt(i))
              ? longest(folded, i, start == done, found.subList(next, found.size()))
              : null;
      if (here != null && (longest == null || longest.end() <= here.end())) {
        longest = here;
      }
      if (longest != null) {
        done = add(longest, all);
        while (next < found.size() && found.get(next).start() < done) {
          next++;
        }
      }
    }
    all.addAll(found.subList(next, found.size()));
    return all;
  }

  private static int add(NameSpan span, List<NameSpan> all) {
    all.add(span);
    return span.end();
  }

  /**
   * The longest name from a place that ends in none of those found; null if there is none.
   *
   * @param found from this place on
   */
  private @Nullable NameSpan longest(
      FoldedText folded, int from, boolean bound, List<NameSpan> found) {
    int start = folded.start(from);
    if (!bound && !Words.isBound(text, start)) {
      return null;
    }
    @Nullable NameSpan longest = null;
    int node = Trie.ROOT;
    int next = 0;
    for (int i = from; i < folded.length(); i++) {
      node = byWords.next(node, folded.charAt(i));
      if (node == Trie.NONE) {
        break;
      }
      @Nullable Name name = byWords.value(node);
      int end = folded.end(i);
      while (next < found.size() && found.get(next).end() <= end) {
        next++;
      }
      int replaced = next < found.size() ? found.get(next).start() : text.length();
      if (name != null
          && !folded.isSplitBefore(i + 1)
          && end <= replaced
          && (end == replaced || Words.isBound(text, end))) {
        longest = new NameSpan(start, end, name);
      }
    }
    return longest;
  }
}
