package org.namespan.trainer.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.HashedInput;
import org.namespan.model.feature.WordInput;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.config.NetworkConfig;

/**
 * The network written out in plain Java and double precision, one sentence at a time, as the
 * formulas stand in a textbook. What the engines compute is tested against it.
 */
public final class ReferenceNetwork {

  private final NetworkConfig config;
  private final Map<String, double[]> weights = new LinkedHashMap<>();
  private final float[] inputRanges;

  public ReferenceNetwork(NetworkConfig config, Map<String, float[]> weights) {
    this(config, weights, null);
  }

  /**
   * A network whose recurrent layers round what they multiply to 8 bits.
   *
   * @param inputRanges by layer, the largest magnitude of its input; null to round nothing
   */
  public ReferenceNetwork(NetworkConfig config, Map<String, float[]> weights, float[] inputRanges) {
    this.config = config;
    this.inputRanges = inputRanges;
    weights.forEach(
        (name, values) -> {
          double[] copy = new double[values.length];
          for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
          }
          this.weights.put(name, copy);
        });
  }

  /** The weights; writes are seen by the next call. */
  public Map<String, double[]> weights() {
    return weights;
  }

  /** The mean over all tokens of {@code -log p(gold)}. */
  public double loss(List<EncodedSentence> sentences) {
    double sum = 0;
    int tokens = 0;
    for (EncodedSentence sentence : sentences) {
      double[][] scores = emissions(sentence);
      for (int t = 0; t < sentence.length(); t++) {
        sum -= scores[t][sentence.targets().label(t, 0)];
      }
      tokens += sentence.length();
    }
    return sum / tokens;
  }

  /** Log-probabilities {@code [time][labels]}. */
  public double[][] emissions(EncodedSentence sentence) {
    double[][] x = states(sentence);
    for (int t = 0; t < x.length; t++) {
      x[t] = logSoftmax(sum(product("dense.W", x[t]), weights.get("dense.b")));
    }
    return x;
  }

  /**
   * The logits {@code [classes]} of a text.
   *
   * @param pooling of the states
   */
  public double[] logits(EncodedSentence text, Pooling pooling) {
    return sum(product("dense.W", pooled(states(text), pooling)), weights.get("dense.b"));
  }

  private double[] pooled(double[][] states, Pooling pooling) {
    int time = states.length;
    double[] pooled = states[time - 1].clone();
    double[] attention = pooling == Pooling.ATTENTION ? attention(states) : new double[time];
    for (int i = 0; i < pooled.length; i++) {
      double sum = 0;
      double weighed = 0;
      double largest = Double.NEGATIVE_INFINITY;
      for (int t = 0; t < time; t++) {
        sum += states[t][i];
        weighed += attention[t] * states[t][i];
        largest = Math.max(largest, states[t][i]);
      }
      pooled[i] =
          switch (pooling) {
            // The backward direction ends at the first token.
            case LAST -> i < config.hidden() ? pooled[i] : states[0][i];
            case MEAN -> sum / time;
            case MAX -> largest;
            case ATTENTION -> weighed;
          };
    }
    return pooled;
  }

  /** The weights of the tokens, which sum to 1. */
  private double[] attention(double[][] states) {
    double[] shares = new double[states.length];
    double all = 0;
    for (int t = 0; t < shares.length; t++) {
      double[] hidden = sum(product("attention.W", states[t]), weights.get("attention.b"));
      double score = 0;
      for (int i = 0; i < hidden.length; i++) {
        score += weights.get("attention.v")[i] * Math.tanh(hidden[i]);
      }
      shares[t] = Math.exp(score);
      all += shares[t];
    }
    for (int t = 0; t < shares.length; t++) {
      shares[t] /= all;
    }
    return shares;
  }

  /** What the encoder gives {@code [time][width]}. */
  public double[][] states(EncodedSentence sentence) {
    int time = sentence.length();
    double[][] x = new double[time][];
    for (int t = 0; t < time; t++) {
      x[t] = row("words", sentence.ids(WordInput.NAME)[t], config.wordDim());
      for (int k = 0; k < config.hashCount(); k++) {
        int id = sentence.ids(HashedInput.NAME)[t * config.hashCount() + k];
        double[] hashed = row("hashes", id, config.hashDim());
        x[t] = config.combiner() == Combiner.SUM ? sum(x[t], hashed) : concat(x[t], hashed);
      }
      if (config.charFilters() > 0) {
        int at = t * config.charLength();
        x[t] =
            concat(x[t], filtered(sentence.ids(CharacterInput.NAME), at, at + config.charLength()));
      }
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      double[][] read = new double[time][];
      for (int t = 0; t < time; t++) {
        read[t] = inputRanges == null ? x[t] : rounded(x[t], inputRanges[layer]);
      }
      double[][] y = run("layer" + layer + ".forward.", read);
      if (config.bidirectional()) {
        double[][] backward = reversed(run("layer" + layer + ".backward.", reversed(read)));
        for (int t = 0; t < time; t++) {
          y[t] = concat(y[t], backward[t]);
        }
      }
      for (int t = 0; t < time && config.skip() && layer > 0; t++) {
        y[t] = sum(y[t], x[t]);
      }
      x = y;
    }
    return x;
  }

  /** Each filter's largest output where the middle of its window is on a character, if positive. */
  private double[] filtered(int[] chars, int from, int to) {
    int end = from;
    while (end < to && chars[end] != 0) {
      end++;
    }
    int filters = config.charFilters();
    double[] w = weights.get("char.W");
    double[] largest = new double[filters];
    for (int f = 0; f < filters; f++) {
      for (int middle = from; middle < end; middle++) {
        double output = weights.get("char.b")[f];
        for (int i = Math.max(from, middle - 1); i < Math.min(end, middle + 2); i++) {
          int column = (i - middle + 1) * filters + f;
          double[] embedded = row("chars", chars[i], config.charDim());
          for (int d = 0; d < embedded.length; d++) {
            output += w[d * 3 * filters + column] * embedded[d];
          }
        }
        largest[f] = Math.max(largest[f], output);
      }
    }
    return largest;
  }

  private double[][] run(String prefix, double[][] x) {
    double[] h = new double[config.hidden()];
    double[] c = new double[config.hidden()];
    double[][] y = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      // After t steps a cell state is t at most.
      double[] read = inputRanges == null || t == 0 ? h : rounded(h, (float) Math.tanh(t));
      h = step(prefix, x[t], read, c);
      y[t] = h;
    }
    return y;
  }

  /** One step of the cell; {@code c} is the LSTM's cell state, updated in place. */
  public double[] step(String prefix, double[] x, double[] h, double[] c) {
    double[] a = sum(product(prefix + "W", x), weights.get(prefix + "Wb"));
    double[] b = sum(product(prefix + "R", h), weights.get(prefix + "Rb"));
    int n = h.length;
    double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      switch (config.cell()) {
        case LSTM -> {
          double input = sigmoid(a[i] + b[i]);
          double forget = sigmoid(a[n + i] + b[n + i]);
          double candidate = Math.tanh(a[2 * n + i] + b[2 * n + i]);
          double output = sigmoid(a[3 * n + i] + b[3 * n + i]);
          c[i] = forget * c[i] + input * candidate;
          next[i] = output * Math.tanh(c[i]);
        }
        case GRU -> {
          double reset = sigmoid(a[i] + b[i]);
          double update = sigmoid(a[n + i] + b[n + i]);
          double candidate = Math.tanh(a[2 * n + i] + reset * b[2 * n + i]);
          next[i] = (1 - update) * candidate + update * h[i];
        }
        case RNN_TANH -> next[i] = Math.tanh(a[i] + b[i]);
        case RNN_RELU -> next[i] = Math.max(0, a[i] + b[i]);
      }
    }
    return next;
  }

  /** Asymmetric 8-bit integers over [-range, range], as ONNX's DynamicQuantizeLinear has them. */
  private static double[] rounded(double[] values, float range) {
    float scale = 2 * range / 255;
    double zero = Math.rint(range / scale);
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double integer = Math.rint((float) values[i] / scale) + zero;
      rounded[i] = scale * (Math.max(0, Math.min(255, integer)) - zero);
    }
    return rounded;
  }

  private double[] row(String table, int id, int dim) {
    return Arrays.copyOfRange(weights.get(table), id * dim, (id + 1) * dim);
  }

  private double[] product(String matrix, double[] x) {
    double[] m = weights.get(matrix);
    double[] y = new double[m.length / x.length];
    for (int i = 0; i < m.length; i++) {
      y[i / x.length] += m[i] * x[i % x.length];
    }
    return y;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private static double[] concat(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  private static double[][] reversed(double[][] x) {
    double[][] reversed = new double[x.length][];
    for (int t = 0; t < x.length; t++) {
      reversed[x.length - 1 - t] = x[t];
    }
    return reversed;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] logSoftmax(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += Math.exp(value);
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] - Math.log(sum);
    }
    return y;
  }
}
