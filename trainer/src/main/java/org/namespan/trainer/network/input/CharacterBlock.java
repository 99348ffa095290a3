package org.namespan.trainer.network.input;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.network.part.LookupTable;

/**
 * A {@link CharacterConvolution} in the engine; each spelling of the batch is read once.
 *
 * <p>Takes ids {@code [batch, time, length]} (int32) and gives {@code [batch, time, filters]}.
 * Parameters are {@code W} {@code [dim, WIDTH * filters]} and {@code b} {@code [filters]}. Not
 * thread-safe.
 */
final class CharacterBlock extends AbstractBlock {

  private static final int WIDTH = CharacterConvolution.WIDTH;

  private final int filters;
  private final LookupTable table;
  private final Parameter filterWeights;
  private final Parameter bias;

  CharacterBlock(int rows, int dim, int filters) {
    this.filters = filters;
    table = new LookupTable(rows, dim);
    filterWeights =
        addParameter(
            Parameter.builder()
                .setName("W")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(dim, (long) WIDTH * filters))
                .build());
    bias =
        addParameter(
            Parameter.builder()
                .setName("b")
                .setType(Parameter.Type.BIAS)
                .optShape(new Shape(filters))
                .build());
  }

  /** The embeddings of characters. */
  LookupTable table() {
    return table;
  }

  /** The parameter {@code W}. */
  Parameter filterWeights() {
    return filterWeights;
  }

  /** The parameter {@code b}. */
  Parameter bias() {
    return bias;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray ids = inputs.head();
    NDManager manager = ids.getManager();
    Shape shape = ids.getShape();
    Spellings spellings = new Spellings(ids.toIntArray(), (int) shape.get(2));
    NDArray products = products(store, manager, spellings.characters(), training);
    NDArray sum = ofPart(0, spellings, products);
    for (int part = 1; part < WIDTH; part++) {
      sum = sum.add(ofPart(part, spellings, products));
    }
    NDArray largest = sum.max(new int[] {1}).add(store.getValue(bias, ids.getDevice(), training));
    // Not by maximum(0): DJL closes the 0 that the gradient still needs.
    NDArray output = Activation.relu(largest);
    NDArray tokens = manager.create(spellings.ofTokens(), new Shape(shape.get(0), shape.get(1)));
    return new NDList(lookUp(tokens, output));
  }

  /** What a part of each filter gives, for each place of each spelling. */
  private static NDArray ofPart(int part, Spellings spellings, NDArray products) {
    NDArray rows = products.getManager().create(spellings.productRows(part), spellings.shape());
    return lookUp(rows, products);
  }

  /**
   * What each part of each filter gives for each character {@code [characters * WIDTH, filters]};
   * the first character is padding.
   */
  private NDArray products(
      ParameterStore store, NDManager manager, int[] characters, boolean training) {
    NDArray ids = manager.create(characters);
    NDArray embedded = table.forward(store, new NDList(ids), training).head();
    float[] inside = new float[characters.length];
    Arrays.fill(inside, 1, inside.length, 1);
    float[] outside = new float[characters.length * WIDTH];
    outside[WIDTH / 2] = CharacterConvolution.OUTSIDE;
    NDArray w = store.getValue(filterWeights, ids.getDevice(), training);
    return embedded
        .mul(manager.create(inside, new Shape(inside.length, 1)))
        .matMul(w)
        .reshape(outside.length, filters)
        .add(manager.create(outside, new Shape(outside.length, 1)));
  }

  private static NDArray lookUp(NDArray rows, NDArray table) {
    return rows.getNDArrayInternal().embedding(rows, table, SparseFormat.DENSE).head();
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape ids = inputShapes[0];
    return new Shape[] {new Shape(ids.get(0), ids.get(1), filters)};
  }

  /** The different spellings among tokens, and the different characters in them. */
  private static final class Spellings {
    private final int length;
    private final int[] ofTokens;
    private final int[] ids;
    private final int[] characters;

    /**
     * @param all character ids {@code [tokens, length]}; overwritten
     */
    Spellings(int[] all, int length) {
      this.length = length;
      this.ofTokens = new int[all.length / length];
      Map<IntBuffer, Integer> numbers = new HashMap<>();
      int[] different = new int[all.length];
      for (int token = 0; token < ofTokens.length; token++) {
        int number = numbers.size();
        IntBuffer spelling = IntBuffer.wrap(all, token * length, length);
        Integer known = numbers.putIfAbsent(spelling, number);
        if (known == null) {
          System.arraycopy(all, token * length, different, number * length, length);
        }
        ofTokens[token] = known == null ? number : known;
      }
      ids = Arrays.copyOf(different, numbers.size() * length);
      characters = renumber(ids);
    }

    /** Writes numbers from 0 over {@code ids}, 0 for padding, and gives the id of each number. */
    private static int[] renumber(int[] ids) {
      int[] characters = {TokenFeatures.PAD};
      int[] numbers = new int[Arrays.stream(ids).max().orElse(0) + 1];
      for (int i = 0; i < ids.length; i++) {
        int id = ids[i];
        if (id != TokenFeatures.PAD && numbers[id] == 0) {
          numbers[id] = characters.length;
          characters = Arrays.copyOf(characters, characters.length + 1);
          characters[numbers[id]] = id;
        }
        ids[i] = numbers[id];
      }
      return characters;
    }

    /** The spelling of each token. */
    int[] ofTokens() {
      return ofTokens;
    }

    /** The ids of the characters, each once, padding first. */
    int[] characters() {
      return characters;
    }

    /** Spellings and their places. */
    Shape shape() {
      return new Shape(ids.length / length, length);
    }

    /** For each place the row of the products under this part of a filter whose middle is there. */
    int[] productRows(int part) {
      int[] rows = new int[ids.length];
      int shift = part - WIDTH / 2;
      for (int i = 0; i < rows.length; i++) {
        int place = i % length + shift;
        int character = place < 0 || place >= length ? 0 : ids[i + shift];
        rows[i] = character * WIDTH + part;
      }
      return rows;
    }
  }
}
