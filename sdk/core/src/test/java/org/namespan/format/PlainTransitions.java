package org.namespan.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The labels of a model and the legal steps between them, with their scores. */
final class PlainTransitions {

  /** The score of what is not legal. */
  static final double NEVER = Double.NEGATIVE_INFINITY;

  private static final Map<String, String> STEPS =
      Map.of(
          "IO", "^O ^I OO OI IO II+ II! O$ I$",
          "IOB1", "^O ^I OO OI IO II+ II! IB= BO BI+ BI! BB= O$ I$ B$",
          "BIO", "^O ^B OO OB BO BB BI+ IO IB II+ O$ B$ I$",
          "BILOU", "^O ^B ^U OO OB OU BI+ BL+ II+ IL+ LO LB LU UO UB UU O$ L$ U$");

  private final List<String> labels;
  private final double[] starts;
  private final double[] ends;
  private final double[][] scores;
  private final boolean[][] stays;

  PlainTransitions(PlainMetadata metadata) {
    labels = metadata.texts("labels");
    int count = labels.size();
    String[] steps = STEPS.get(metadata.word("scheme")).split(" ");
    starts = metadata.numbers("transitions.start", count);
    ends = metadata.numbers("transitions.end", count);
    double[] transitions = metadata.numbers("transitions", count * count);
    scores = new double[count][count];
    stays = new boolean[count][count];
    for (int from = 0; from < count; from++) {
      if (!Arrays.asList(steps).contains("^" + prefix(from))) {
        starts[from] = NEVER;
      }
      if (!Arrays.asList(steps).contains(prefix(from) + "$")) {
        ends[from] = NEVER;
      }
      Arrays.fill(scores[from], NEVER);
      for (int to = 0; to < count; to++) {
        for (String step : steps) {
          if (step.startsWith(prefix(from) + prefix(to)) && allowsTypes(step, from, to)) {
            scores[from][to] = transitions[from * count + to];
            stays[from][to] = step.endsWith("+");
          }
        }
      }
    }
  }

  private String prefix(int label) {
    return labels.get(label).substring(0, 1);
  }

  private boolean allowsTypes(String step, int from, int to) {
    return step.length() == 2 || step.endsWith("!") != type(from).equals(type(to));
  }

  /** The number of labels. */
  int labels() {
    return labels.size();
  }

  /** The type of a label; empty for O. */
  String type(int label) {
    return labels.get(label).equals("O") ? "" : labels.get(label).substring(2);
  }

  /** The types of all labels. */
  List<String> types() {
    return labels.stream()
        .filter(label -> !label.equals("O"))
        .map(label -> label.substring(2))
        .distinct()
        .toList();
  }

  /** The score of a label as the first of a sentence. */
  double start(int label) {
    return starts[label];
  }

  /** The score of a label as the last of a sentence. */
  double end(int label) {
    return ends[label];
  }

  /** The score of a label after another. */
  double score(int from, int to) {
    return scores[from][to];
  }

  /** Whether a legal step from one label to another stays in one span. */
  boolean stays(int from, int to) {
    return stays[from][to];
  }
}
