package org.namespan.model.decode;

/** What makes probabilities of a classifier's logits. */
public enum Activation {
  /** A text has one class: the probabilities of all sum to 1. */
  SOFTMAX("softmax"),

  /** A text has any number of classes: each has a probability of its own. */
  SIGMOID("sigmoid");

  private final String id;

  Activation(String id) {
    this.id = id;
  }

  /** Its name in model files. */
  public String id() {
    return id;
  }
}
