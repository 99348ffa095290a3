package org.namespan.model;

/**
 * One key of a model file's metadata: a row of the table in {@link MetadataCodec}.
 *
 * @param name as it stands in the file
 * @param type how its value is written and read
 * @param since the format version that brought it
 * @param description what it holds, after {@code version 1 with}
 * @param <T> its value
 */
record MetadataKey<T>(String name, EntryType<T> type, int since, String description) {

  /** Begins the name of every key. */
  static final String PREFIX = "namespan.";

  /**
   * A key of every format version.
   *
   * @param name without {@link #PREFIX}
   */
  static <T> MetadataKey<T> of(String name, EntryType<T> type) {
    return new MetadataKey<>(PREFIX + name, type, 1, name);
  }

  /**
   * A key that a later format version brought; models that do not need it have none.
   *
   * @param name without {@link #PREFIX}
   */
  static <T> MetadataKey<T> since(int version, String description, String name, EntryType<T> type) {
    return new MetadataKey<>(PREFIX + name, type, version, description);
  }

  /** The first format version that holds this key with some value. */
  int since(T value) {
    return Math.max(since, type.since(value));
  }

  /** What needs {@link #since(Object)}, after {@code version 1 with}. */
  String describe(T value) {
    return type.since(value) > since ? type.describe(value) : description;
  }
}
