package org.namespan.model;

/** What the model in a file does with text. */
public enum ModelTask {
  /** Labels tokens, from which entities are made. */
  TAG("tag", "a tagger", "EntityTagger.load"),

  /** Gives a text a class, or several. */
  CLASSIFY("classify", "a text classifier", "TextClassifier.load");

  private final String id;
  private final String description;
  private final String facade;

  ModelTask(String id, String description, String facade) {
    this.id = id;
    this.description = description;
    this.facade = facade;
  }

  /** Its name in model files. */
  public String id() {
    return id;
  }

  /** A model of this task, in words: {@code a tagger}. */
  String description() {
    return description;
  }

  /** What loads such a model. */
  String facade() {
    return facade;
  }
}
