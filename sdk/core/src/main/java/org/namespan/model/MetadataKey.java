package org.namespan.model;

/**
 * One key of a model file's metadata: a row of the table in {@link MetadataCodec}. No record: R8
 * fails on a record with a part whose class it does not need.
 *
 * @param <T> its value
 */
final class MetadataKey<T> {

  /** Begins the name of every key. */
  static final String PREFIX = "namespan.";

  private final String name;
  private final EntryType<T> type;
  private final int since;
  private final String description;

  private MetadataKey(String name, EntryType<T> type, int since, String description) {
    this.name = PREFIX + name;
    this.type = type;
    this.since = since;
    this.description = description;
  }

  /**
   * A key of every format version.
   *
   * @param name without {@link #PREFIX}
   */
  static <T> MetadataKey<T> of(String name, EntryType<T> type) {
    return new MetadataKey<>(name, type, 1, name);
  }

  /**
   * A key that a later format version brought; models that do not need it have none.
   *
   * @param description what it holds, after {@code version 1 with}
   * @param name without {@link #PREFIX}
   */
  static <T> MetadataKey<T> since(int version, String description, String name, EntryType<T> type) {
    return new MetadataKey<>(name, type, version, description);
  }

  /** As it stands in the file. */
  String name() {
    return name;
  }

  /** How its value is written and read. */
  EntryType<T> type() {
    return type;
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
