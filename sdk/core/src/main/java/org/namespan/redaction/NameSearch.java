package org.namespan.redaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.Layout;
import org.namespan.model.text.CleanText;

/**
 * Where the names of a text stand: those that were found, and every other place with the same
 * words, in any case. Names are compared as the model sees them, without markup and escapes, and as
 * they are written. Used by one thread.
 */
final class NameSearch {

  private final String text;
  private final FoldedText seen;
  private final boolean isSeenAsWritten;
  private final Map<String, Name> names = new HashMap<>();
  private final Trie<Name> byWords = new Trie<>();

  /** A search in a text. */
  NameSearch(String text, CleanText clean) {
    this.text = text;
    this.seen = FoldedText.of(clean);
    this.isSeenAsWritten = clean.text().equals(text);
  }

  /**
   * The places, in text order, none overlapping.
   *
   * @param entities of the text that are replaced, in text order
   */
  List<NameSpan> find(List<Entity> entities, RedactorOptions options) {
    List<NameSpan> found = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      found.add(span(entity, options.label(entity.type())));
    }
    List<NameSpan> all = everywhere(seen, found);
    // What is no markup to the model, or hidden in it, may hold a name too.
    return isSeenAsWritten ? all : everywhere(FoldedText.of(text), all);
  }

  /**
   * The entities of the chosen types, in text order.
   *
   * @throws IllegalArgumentException if any overlap or are not in the text
   */
  static List<Entity> chosen(String text, List<Entity> entities, Set<String> types) {
    List<Entity> ordered = new ArrayList<>(entities);
    ordered.sort((a, b) -> Integer.compare(a.start(), b.start()));
    List<Entity> chosen = new ArrayList<>(ordered.size());
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
      if (types.isEmpty() || types.contains(entity.type())) {
        chosen.add(entity);
      }
    }
    return chosen;
  }

  /** Whether the text is to the model what it is as written: it holds no markup. */
  boolean isSeenAsWritten() {
    return isSeenAsWritten;
  }

  /** Whether a name stands in another text, as it is written. */
  boolean isWrittenIn(String other) {
    return !everywhere(FoldedText.of(other), Collections.emptyList()).isEmpty();
  }

  /** Whether a name stands in another text, as it is written or as the model sees it. */
  boolean isIn(String other) {
    FoldedText otherSeen = FoldedText.of(CleanText.of(other, Layout.AUTO));
    return isWrittenIn(other) || !everywhere(otherSeen, Collections.emptyList()).isEmpty();
  }

  private NameSpan span(Entity entity, String label) {
    FoldedText folded = seen;
    int offset = 0;
    int from = folded.startingAt(entity.start());
    int to = folded.endingAt(entity.end());
    if (from < 0 || to <= from) {
      // Bounds that are inside of what the model sees as one.
      folded = FoldedText.of(text.substring(entity.start(), entity.end()));
      offset = entity.start();
      from = 0;
      to = folded.length();
    }
    int last = folded.withoutPossessive(from, to);
    int end = last == to ? entity.end() : offset + folded.end(last - 1);
    Name name = name(label, folded.substring(from, last));
    if (!isSeenAsWritten) {
      FoldedText written = FoldedText.of(text.substring(entity.start(), end));
      add(written.substring(0, written.length()), name);
    }
    return new NameSpan(entity.start(), end, name);
  }

  private Name name(String label, String words) {
    String key = label + "\n" + words;
    @Nullable Name name = names.get(key);
    if (name == null) {
      name = new Name(label, words);
      names.put(key, name);
      add(words, name);
    }
    return name;
  }

  /** The same words may be names of two types: elsewhere they are of the first. */
  private void add(String words, Name name) {
    if (words.codePoints().anyMatch(Words::isPart) && !isAdded(words)) {
      byWords.put(words, name);
    }
  }

  private boolean isAdded(String words) {
    int node = Trie.ROOT;
    for (int i = 0; i < words.length() && node != Trie.NONE; i++) {
      node = byWords.next(node, words.charAt(i));
    }
    return node != Trie.NONE && byWords.value(node) != null;
  }

  /**
   * Goes through a text once. Of names at one place the longest is taken, though a part of it was
   * found by itself. A place beside one that is replaced is at the bound of a word, for it is so in
   * the redacted text.
   */
  private List<NameSpan> everywhere(FoldedText folded, List<NameSpan> found) {
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
    if (!bound && !folded.isBoundBefore(from)) {
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
      int replaced = next < found.size() ? found.get(next).start() : Integer.MAX_VALUE;
      if (name != null
          && !folded.isSplitBefore(i + 1)
          && end <= replaced
          && (end == replaced || folded.isBoundAfter(i))) {
        longest = new NameSpan(start, end, name);
      }
    }
    return longest;
  }
}
