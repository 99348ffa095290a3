package org.namespan.model.session;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a node with one line of {@link NodeSignatures}, and tells the shape of its output. */
final class SignatureMatch {

  /** The sizes that letters stand for; 0 where that is not known yet. */
  private final long[] sizes = new long[1 + 'z' - 'a'];

  /** The axes that a star stands for. */
  private long @Nullable [] any;

  /** Of axes in which inputs may differ. */
  private long sum;

  private SignatureMatch() {}

  /** The output, or null if the node is not as the line says. */
  static @Nullable GraphValue output(String line, GraphNode node, List<GraphValue> inputs) {
    if (!line.startsWith(node.operator())) {
      return null;
    }
    String[] words = line.split(" ");
    int colon = 1 + node.attributes().size();
    int arrow = words.length - 2;
    if (!words[0].equals(node.operator()) || colon >= arrow || !words[colon].equals(":")) {
      return null;
    }
    SignatureMatch match = new SignatureMatch();
    boolean fits =
        match.attributes(words, node.attributes())
            && match.inputs(Arrays.copyOfRange(words, colon + 1, arrow), inputs);
    return fits ? match.value(words[arrow + 1]) : null;
  }

  /**
   * @param words those of the line, of which the first is the operator
   */
  private boolean attributes(String[] words, Map<String, String> found) {
    int i = 1;
    for (Map.Entry<String, String> attribute : found.entrySet()) {
      String word = words[i++];
      int equals = word.indexOf('=');
      if (!word.substring(0, equals).equals(attribute.getKey())
          || !attribute(word.substring(equals + 1), attribute.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean attribute(String pattern, String value) {
    if (pattern.length() > 1 || !isLetter(pattern.charAt(0))) {
      return Arrays.asList(pattern.split("\\|")).contains(value);
    }
    try {
      return size(pattern, GraphValue.axis(Integer.parseInt(value), 0));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private boolean inputs(String[] patterns, List<GraphValue> found) {
    boolean more = patterns[patterns.length - 1].equals("...");
    if (more ? found.isEmpty() : patterns.length != found.size()) {
      return false;
    }
    for (int i = 0; i < found.size(); i++) {
      boolean fits = more ? more(patterns[0], found.get(i)) : input(patterns[i], found.get(i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private boolean more(String pattern, GraphValue value) {
    sizes['w' - 'a'] = 0;
    boolean fits = input(pattern, value);
    sum += sizes['w' - 'a'];
    return fits;
  }

  private boolean input(String pattern, GraphValue value) {
    int bracket = pattern.indexOf('[');
    if (bracket < 0) {
      return pattern.equals(value.type());
    }
    String[] terms = terms(pattern);
    boolean star = terms[0].equals("*");
    int before = value.axes().length - terms.length + 1;
    if (!value.type().equals(pattern.substring(0, bracket)) || (star ? before < 0 : before != 1)) {
      return false;
    }
    if (star) {
      long[] axes = Arrays.copyOf(value.axes(), before);
      if (any != null && !Arrays.equals(any, axes)) {
        return false;
      }
      any = axes;
    }
    for (int i = star ? 1 : 0; i < terms.length; i++) {
      if (!size(terms[i], value.axes()[before + i - 1])) {
        return false;
      }
    }
    return true;
  }

  private static String[] terms(String pattern) {
    return pattern.substring(pattern.indexOf('[') + 1, pattern.length() - 1).split(",");
  }

  /** Whether an axis is as a term says; the letter that is not known yet becomes so. */
  private boolean size(String term, long axis) {
    int plus = term.indexOf('+');
    if (plus > 0) {
      long added = Long.parseLong(term.substring(plus + 1));
      return size(term.substring(0, plus), axis - GraphValue.axis(added, 0));
    }
    long known = product(term);
    if (GraphValue.symbols(known) != GraphValue.symbols(axis)) {
      return false;
    }
    long number = GraphValue.number(axis);
    for (int i = 0; i < term.length(); i++) {
      char letter = term.charAt(i);
      if (isLetter(letter) && sizes[letter - 'a'] == 0) {
        if (number <= 0 || number % GraphValue.number(known) != 0) {
          return false;
        }
        sizes[letter - 'a'] = number / GraphValue.number(known);
        return true;
      }
    }
    return number == GraphValue.number(known);
  }

  /** The axis that a term stands for, without the letters that are not known yet. */
  private long product(String term) {
    if (term.equals("+")) {
      return GraphValue.axis(sum, 0);
    }
    if (term.charAt(0) == '-' || term.equals("0")) {
      return GraphValue.axis(Long.parseLong(term), 0);
    }
    long number = 1;
    int symbols = 0;
    for (int i = 0; i < term.length(); i++) {
      char letter = term.charAt(i);
      if (isLetter(letter)) {
        number *= Math.max(1, sizes[letter - 'a']);
      } else if (Character.isDigit(letter)) {
        number *= letter - '0';
      } else {
        symbols |= letter == 'B' ? 0 : GraphValue.TIME;
        symbols |= letter == 'T' ? 0 : GraphValue.BATCH;
      }
    }
    return GraphValue.axis(number, symbols);
  }

  private GraphValue value(String pattern) {
    String[] terms = terms(pattern);
    long[] before = terms[0].equals("*") && any != null ? any : new long[0];
    int first = terms[0].equals("*") ? 1 : 0;
    long[] axes = Arrays.copyOf(before, before.length + terms.length - first);
    for (int i = first; i < terms.length; i++) {
      axes[before.length + i - first] = product(terms[i]);
    }
    return new GraphValue(pattern.substring(0, pattern.indexOf('[')), axes);
  }

  private static boolean isLetter(char letter) {
    return letter >= 'a' && letter <= 'z';
  }
}
