package org.namespan.trainer.network.transformer;

import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.network.part.LookupTable;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.transformer.LayerWeights.NormWeights;

/**
 * An encoder of the BERT family (Devlin et al. 2019) over word pieces, with the shapes of words
 * beside them: a shape has an embedding that is added to those of its pieces, and another that
 * stands behind what the encoder gives for a token, which is the state of its first piece. Its
 * tables of pieces, positions and types are not trained.
 *
 * <p>Its block takes pieces and shapes {@code [rows, pieces]}, the mask {@code [rows, 1, 1,
 * pieces]} and the first pieces {@code [batch, time]}, see {@link
 * org.namespan.trainer.batch.PieceBatch}, behind the shapes of tokens {@code [batch, time]}, and
 * gives {@code [batch, time, width]}.
 *
 * @param size of the pre-trained encoder
 * @param shapes rows of the tables of shapes
 * @param shapeDim width of the embedding of a shape that stands behind the state of a token
 * @param dropout share of states and attention set to 0 in training
 */
record TransformerEncoder(TransformerSize size, int shapes, int shapeDim, float dropout)
    implements Part {

  Weight pieceTable() {
    return Weight.matrix("encoder.pieces", size.pieces(), size.width());
  }

  Weight positionTable() {
    return Weight.matrix("encoder.positions", size.positions(), size.width());
  }

  Weight typeTable() {
    return Weight.matrix("encoder.types", size.types(), size.width());
  }

  NormWeights norm() {
    return new NormWeights("encoder.norm", size.width());
  }

  LayerWeights layer(int layer) {
    return new LayerWeights("encoder.layer" + layer, size.width(), size.inner());
  }

  /** Added to the embeddings of pieces {@code [shapes, width]}. */
  Weight addedShapes() {
    return Weight.matrix("shapes.added", shapes, size.width());
  }

  /** Behind the states of tokens {@code [shapes, shapeDim]}. */
  Weight shapeTable() {
    return Weight.matrix("shapes", shapes, shapeDim);
  }

  int width() {
    return size.width() + shapeDim;
  }

  /** The weights that the encoder was pre-trained with and that stay as they are. */
  List<Weight> frozen() {
    return List.of(pieceTable(), positionTable(), typeTable());
  }

  /** The weights that the encoder was pre-trained with and that are trained on. */
  List<Weight> tuned() {
    List<Weight> weights = new ArrayList<>();
    weights.add(norm().gain());
    weights.add(norm().bias());
    for (int i = 0; i < size.layers(); i++) {
      weights.addAll(layer(i).all());
    }
    return weights;
  }

  @Override
  public List<Weight> weights() {
    List<Weight> weights = new ArrayList<>(frozen());
    weights.addAll(tuned());
    weights.add(addedShapes());
    weights.add(shapeTable());
    return weights;
  }

  /**
   * Draws the embeddings of shapes: those added begin with 0, so that the encoder starts as it was
   * pre-trained. The weights of the encoder are those of its file.
   */
  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    weights.put(addedShapes().name(), addedShapes().zeros());
    weights.put(shapeTable().name(), shapeTable().uniform(Math.sqrt(3.0 / shapeDim), random));
  }

  @Override
  public PartBlock block() {
    Map<Weight, LookupTable> frozen = new LinkedHashMap<>();
    for (Weight table : frozen()) {
      frozen.put(table, new LookupTable(table.rows(), table.columns()));
    }
    Map<Weight, LookupTable> tables = new LinkedHashMap<>();
    for (Weight table : List.of(addedShapes(), shapeTable())) {
      tables.put(table, new LookupTable(table.rows(), table.columns()));
    }
    TransformerBlock block = new TransformerBlock(this, frozen, tables);
    Map<Weight, Parameter> parameters = block.parameters();
    return new PartBlock(block, tables, Map.of(), parameters, frozen);
  }

  @Override
  public String describe() {
    return "transformer "
        + size.layers()
        + "x"
        + size.width()
        + ", "
        + size.heads()
        + " heads, shapes "
        + shapeDim;
  }
}
