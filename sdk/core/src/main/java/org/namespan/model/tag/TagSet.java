package org.namespan.model.tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels of a model in the order of its outputs, with the transitions that their scheme allows
 * as tables over label ids. Immutable.
 */
public final class TagSet {

  /**
   * The largest number of labels: 255 types in BILOU, more than twice as many as the largest
   * published type sets have (FIGER: 112). Tables over pairs of labels then take a few megabytes;
   * without a bound a file of a few kilobytes could ask for gigabytes of them.
   */
  public static final int MAX_LABELS = 1024;

  private final TagScheme scheme;
  private final List<Tag> tags;
  private final Map<Tag, Integer> ids = new HashMap<>();
  private final boolean[] mayStart;
  private final boolean[] mayEnd;
  private final boolean[][] mayFollow;
  private final boolean[][] continues;

  /**
   * @throws IllegalArgumentException if there are more than {@link #MAX_LABELS} tags, if a tag
   *     stands twice, if {@code O} is missing, or if some tag can be in no legal sequence
   */
  public TagSet(TagScheme scheme, List<Tag> tags) {
    if (tags.size() > MAX_LABELS) {
      throw new IllegalArgumentException(
          "found " + tags.size() + " labels, expected at most " + MAX_LABELS);
    }
    this.scheme = scheme;
    this.tags = Collections.unmodifiableList(new ArrayList<>(tags));
    int n = tags.size();
    for (Tag tag : tags) {
      if (ids.put(tag, ids.size()) != null) {
        throw new IllegalArgumentException("label " + tag + " stands twice");
      }
    }
    if (!ids.containsKey(Tag.OUTSIDE)) {
      throw new IllegalArgumentException("label O is missing");
    }
    mayStart = new boolean[n];
    mayEnd = new boolean[n];
    mayFollow = new boolean[n][n];
    continues = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      mayStart[i] = scheme.mayStart(tags.get(i));
      mayEnd[i] = scheme.mayEnd(tags.get(i));
      for (int j = 0; j < n; j++) {
        mayFollow[i][j] = scheme.mayFollow(tags.get(i), tags.get(j));
        continues[i][j] = scheme.continues(tags.get(i), tags.get(j));
      }
    }
    rejectUnusable();
  }

  /**
   * All tags of a scheme over some types: {@code O}, then each type's tags, types sorted.
   *
   * @throws IllegalArgumentException if these are more than {@link #MAX_LABELS}
   */
  public static TagSet over(TagScheme scheme, Set<String> types) {
    List<Tag> tags = new ArrayList<>();
    tags.add(Tag.OUTSIDE);
    for (String type : new TreeSet<>(types)) {
      for (char prefix : scheme.prefixes().substring(1).toCharArray()) {
        tags.add(new Tag(prefix, type));
      }
    }
    return new TagSet(scheme, tags);
  }

  private void rejectUnusable() {
    for (int tag = 0; tag < tags.size(); tag++) {
      boolean entered = mayStart[tag];
      boolean left = mayEnd[tag];
      for (int other = 0; other < tags.size(); other++) {
        entered |= other != tag && mayFollow[other][tag];
        left |= other != tag && mayFollow[tag][other];
      }
      if (!entered || !left) {
        throw new IllegalArgumentException(
            "label " + tags.get(tag) + " can be in no legal " + scheme + " sequence");
      }
    }
  }

  /** The scheme of the labels. */
  public TagScheme scheme() {
    return scheme;
  }

  /** The labels in output order. */
  public List<Tag> tags() {
    return tags;
  }

  /** The labels in output order, as they are written: {@code [O, B-geo, I-geo]}. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(tags.size());
    for (Tag tag : tags) {
      labels.add(tag.toString());
    }
    return labels;
  }

  /** Number of labels. */
  public int size() {
    return tags.size();
  }

  /**
   * The label id of a tag.
   *
   * @throws IllegalArgumentException if the model has no such label
   */
  public int id(Tag tag) {
    Integer id = ids.get(tag);
    if (id == null) {
      throw new IllegalArgumentException("unknown tag '" + tag + "': the labels are " + tags);
    }
    return id;
  }

  /** The entity types, sorted. */
  public Set<String> types() {
    Set<String> types = new TreeSet<>();
    for (Tag tag : tags) {
      types.add(tag.type());
    }
    types.remove("");
    return types;
  }

  /** The tags with these ids. */
  public List<Tag> tags(int[] labelIds) {
    List<Tag> found = new ArrayList<>(labelIds.length);
    for (int id : labelIds) {
      found.add(tags.get(id));
    }
    return found;
  }

  /** Whether a sentence may start with this label. */
  public boolean mayStart(int label) {
    return mayStart[label];
  }

  /** Whether a sentence may end with this label. */
  public boolean mayEnd(int label) {
    return mayEnd[label];
  }

  /** Whether label {@code next} may stand directly after {@code previous}. */
  public boolean mayFollow(int previous, int next) {
    return mayFollow[previous][next];
  }

  /** Whether label {@code next}, directly after {@code previous}, is in the same span. */
  public boolean continues(int previous, int next) {
    return continues[previous][next];
  }
}
