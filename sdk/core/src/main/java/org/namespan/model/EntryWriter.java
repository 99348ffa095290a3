package org.namespan.model;

import java.util.Map;
import java.util.TreeMap;

/** Collects the entries of a model file, and the lowest format version that can hold them. */
final class EntryWriter {

  private final Map<String, String> entries = new TreeMap<>();
  private int version = 1;

  /** Adds an entry. */
  <T> void put(MetadataKey<T> key, T value) {
    entries.put(key.name(), key.type().write(value));
    version = Math.max(version, key.since(value));
  }

  /** Adds an entry for each value, its key begun by {@code prefix}. */
  void putAll(String prefix, Map<String, String> values) {
    for (Map.Entry<String, String> value : values.entrySet()) {
      String name = EntryType.TEXT.write(value.getKey());
      entries.put(prefix + name, EntryType.TEXT.write(value.getValue()));
    }
  }

  /** The lowest format version that can hold what was put. */
  int version() {
    return version;
  }

  /** Sorted by key. */
  Map<String, String> entries() {
    return entries;
  }
}
