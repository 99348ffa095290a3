package org.namespan.trainer.network.head;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.network.encoder.EncoderOutput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * Each token's label distribution by itself: emissions are log-probabilities, learned by the
 * cross-entropy; paths are only held to the tag scheme.
 *
 * @param in width of what the encoder gives
 * @param labels outputs per token
 */
public record SoftmaxTagHead(int in, int labels) implements HeadPart {

  private DenseLayer emissions() {
    return new DenseLayer(in, labels);
  }

  @Override
  public List<Weight> weights() {
    return emissions().weights();
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    emissions().draw(random, weights);
  }

  @Override
  public void read(WeightReader file, Map<String, float[]> weights) {
    emissions().read(file, weights);
  }

  @Override
  public void grow(int[] origins, float[] handicaps, Map<String, float[]> weights) {
    emissions().grow(origins, handicaps, weights);
  }

  @Override
  public PartBlock block() {
    Block dense = emissions().block();
    return new PartBlock(
        new LogProbabilities(dense), Map.of(), Map.of(), emissions().parameters(dense));
  }

  @Override
  public void write(NetworkGraph network, EncoderOutput encoded, Map<String, float[]> weights) {
    OnnxValue logits = emissions().write(network, encoded, weights);
    emissions().output(network, network.graph().logSoftmax("log_softmax", logits, 2));
  }

  @Override
  public ScoreLoss loss(TagSet tagSet, Map<String, float[]> arrays, double labelSmoothing) {
    return new SoftmaxLoss(labels, labelSmoothing);
  }

  @Override
  public TransitionScores transitionScores(Map<String, float[]> weights) {
    return TransitionScores.zero(labels);
  }

  @Override
  public String describe() {
    return "";
  }

  /** The dense layer and a log-softmax. */
  private static final class LogProbabilities extends AbstractBlock {
    private final Block dense;

    LogProbabilities(Block dense) {
      this.dense = addChildBlock("dense", dense);
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      return new NDList(dense.forward(store, inputs, training).head().logSoftmax(2));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      dense.initialize(manager, type, inputShapes);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return dense.getOutputShapes(inputShapes);
    }
  }
}
