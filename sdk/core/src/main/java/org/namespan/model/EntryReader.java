package org.namespan.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.ModelFormatException;

/**
 * Reads the entries of a model file by their keys, and refuses what the file's format version
 * cannot hold. For one file.
 */
final class EntryReader {

  private final Map<String, byte[]> entries;
  private final String source;
  private final MetadataKey<Integer> format;

  /** What the file says of itself; its own entry is read as one of version 1. */
  private int version = 1;

  /** The highest version that something in the file needs. */
  private int needed = 1;

  /** The entry that is blamed for what nothing else refuses. */
  private String blamed;

  /**
   * @param entries values in UTF-8
   * @param source names the file in messages
   * @param format the key of the file's format version
   */
  EntryReader(Map<String, byte[]> entries, String source, MetadataKey<Integer> format) {
    this.entries = entries;
    this.source = source;
    this.format = format;
    this.blamed = format.name();
  }

  boolean has(MetadataKey<?> key) {
    return entries.containsKey(key.name());
  }

  /** Tells of which format version the file is. */
  void setVersion(int version) {
    this.version = version;
  }

  /** Of which format version the file is. */
  int version() {
    return version;
  }

  /** The highest format version that some entry read so far needs. */
  int needed() {
    return needed;
  }

  /**
   * The value of an entry.
   *
   * @throws ModelFormatException if there is none, or the file's version cannot hold it
   * @throws IllegalArgumentException if its text is no such value
   */
  <T> T require(MetadataKey<T> key) throws ModelFormatException {
    byte[] utf8 = entries.get(key.name());
    if (utf8 == null) {
      throw bad(key, "nothing", "an entry");
    }
    blame(key);
    T value = key.type().read(utf8);
    int since = key.since(value);
    if (since > version) {
      throw bad(format, "version " + version + " with " + key.describe(value), "version " + since);
    }
    needed = Math.max(needed, since);
    return value;
  }

  /** The value of an entry, or another where there is none. */
  <T> T get(MetadataKey<T> key, T otherwise) throws ModelFormatException {
    return has(key) ? require(key) : otherwise;
  }

  /** Blames an entry for what is refused from here on, until another is read. */
  void blame(MetadataKey<?> key) {
    blamed = key.name();
  }

  /** What the blamed entry is refused with. */
  ModelFormatException refused(IllegalArgumentException reason) {
    return new ModelFormatException(
        source + ": metadata entry '" + blamed + "': " + reason.getMessage(), reason);
  }

  ModelFormatException bad(MetadataKey<?> key, String found, String expected) {
    return new ModelFormatException(
        source
            + ": metadata entry '"
            + key.name()
            + "': found "
            + found
            + ", expected "
            + expected);
  }

  /** The entries whose keys begin so, by the rest of their keys. */
  Map<String, String> withPrefix(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      String key = entry.getKey();
      if (key.startsWith(prefix)) {
        blamed = key;
        String value = EntryType.TEXT.read(entry.getValue());
        byte[] name = key.substring(prefix.length()).getBytes(StandardCharsets.UTF_8);
        found.put(EntryType.TEXT.read(name), value);
      }
    }
    return found;
  }
}
