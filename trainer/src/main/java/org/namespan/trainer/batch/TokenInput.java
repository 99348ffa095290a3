package org.namespan.trainer.batch;

import org.namespan.model.GraphSignature;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.CleanText;

/** What tokens can be read by, in the order in which networks take it: ids of one kind each. */
public enum TokenInput {
  /** One id of each token's word. */
  WORDS(GraphSignature.WORDS, false) {
    @Override
    public int width(TokenFeatures features) {
      return 1;
    }

    @Override
    void encode(String token, TokenFeatures features, int[] target, int at) {
      target[at] = features.wordId(CleanText.ofToken(token));
    }
  },

  /** The ids of each token's hashed features. */
  HASHES(GraphSignature.HASHES, true) {
    @Override
    public int width(TokenFeatures features) {
      return features.hashedCount();
    }

    @Override
    void encode(String token, TokenFeatures features, int[] target, int at) {
      features.hashIds(CleanText.ofToken(token), target, at);
    }
  },

  /** The ids of each token's characters. */
  CHARS(GraphSignature.CHARS, true) {
    @Override
    public int width(TokenFeatures features) {
      return features.charLength();
    }

    @Override
    void encode(String token, TokenFeatures features, int[] target, int at) {
      features.charIds(CleanText.ofToken(token), target, at);
    }
  };

  private final String graphInput;
  private final boolean axis;

  TokenInput(String graphInput, boolean axis) {
    this.graphInput = graphInput;
    this.axis = axis;
  }

  /** Name of the input of the ONNX graph that takes these ids. */
  public String graphInput() {
    return graphInput;
  }

  /** Whether tokens have an axis of these ids, behind those of batch and time. */
  public boolean hasAxis() {
    return axis;
  }

  /** Ids of each token; 0 if the features have none of this kind. */
  public abstract int width(TokenFeatures features);

  /** Writes the ids of a token to {@code target[at]} and the places behind it. */
  abstract void encode(String token, TokenFeatures features, int[] target, int at);
}
