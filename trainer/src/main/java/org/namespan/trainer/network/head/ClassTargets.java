package org.namespan.trainer.network.head;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.namespan.model.decode.Activation;
import org.namespan.trainer.batch.LabelTargets;

/**
 * What a class head learns of a text. With softmax that is one label, the class; with sigmoids one
 * for each class, 1 if the text has it and else 0.
 */
public final class ClassTargets {

  private final Activation activation;
  private final List<String> classes;
  private final Map<String, Integer> indices = new HashMap<>();

  /**
   * @param classes in the order of the outputs
   */
  public ClassTargets(Activation activation, List<String> classes) {
    this.activation = activation;
    this.classes = List.copyOf(classes);
    for (String name : classes) {
      indices.put(name, indices.size());
    }
  }

  /**
   * The targets of a text.
   *
   * @param names its classes; exactly one with softmax
   * @throws IllegalArgumentException if there is not one, or one that the head does not know
   */
  public LabelTargets of(Collection<String> names) {
    if (activation == Activation.SOFTMAX && names.size() != 1) {
      throw new IllegalArgumentException(names.size() + " classes, expected one with softmax");
    }
    int[] hasClass = new int[classes.size()];
    int last = -1;
    for (String name : names) {
      Integer index = indices.get(name);
      if (index == null) {
        throw new IllegalArgumentException("class '" + name + "', expected one of " + classes);
      }
      hasClass[index] = 1;
      last = index;
    }
    return LabelTargets.gold(activation == Activation.SOFTMAX ? new int[] {last} : hasClass);
  }
}
