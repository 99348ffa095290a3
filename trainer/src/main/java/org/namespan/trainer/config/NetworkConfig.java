package org.namespan.trainer.config;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.HashedInput;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordInput;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.encoder.RecurrentEncoder;
import org.namespan.trainer.network.head.CrfTagHead;
import org.namespan.trainer.network.head.HeadPart;
import org.namespan.trainer.network.head.SoftmaxTagHead;
import org.namespan.trainer.network.input.CharacterConvolution;
import org.namespan.trainer.network.input.HashedEmbedding;
import org.namespan.trainer.network.input.InputPart;
import org.namespan.trainer.network.input.SummedEmbedding;
import org.namespan.trainer.network.input.WordEmbedding;

/**
 * The choices and sizes that make a network, as checkpoints hold them: in JSON, by the names of the
 * components, so that a new one reads as 0 or null from a checkpoint that was written without it.
 *
 * @param cell the recurrent cell
 * @param bidirectional whether each layer also reads the sentence backwards
 * @param layers recurrent layers, at least 1
 * @param hidden state size of one direction
 * @param skip whether each layer above the first adds its input to its output
 * @param wordRows rows of the word table, {@code <PAD>} and {@code <UNK>} included
 * @param wordDim width of the word embedding
 * @param hashCount hashed features per token, 0 for none
 * @param hashRows rows of the table that the hashed features share, 0 for none
 * @param hashDim width of one hashed feature's embedding; {@code wordDim} where they are added up
 * @param combiner how the embeddings of the word and of the hashed features become one vector
 * @param charRows rows of the character table, padding and unknown included, 0 for none
 * @param charLength characters read per token, 0 for none
 * @param charDim width of a character's embedding, 0 for none
 * @param charFilters filters of the convolution over characters, 0 for none
 * @param labels outputs per token
 * @param head what the outputs are: log-probabilities, or scores with transitions beside them
 */
public record NetworkConfig(
    Cell cell,
    boolean bidirectional,
    int layers,
    int hidden,
    boolean skip,
    int wordRows,
    int wordDim,
    int hashCount,
    int hashRows,
    int hashDim,
    Combiner combiner,
    int charRows,
    int charLength,
    int charDim,
    int charFilters,
    int labels,
    Head head)
    implements TaggerConfig {

  /**
   * The network that a configuration gives over some features.
   *
   * @param labels outputs per token
   */
  public static NetworkConfig of(TrainingConfig config, TokenFeatures features, int labels) {
    Features inputs = config.features();
    Architecture architecture = config.architecture();
    int hashCount = features.width(HashedInput.NAME);
    return new NetworkConfig(
        architecture.cell(),
        architecture.bidirectional(),
        architecture.layers(),
        architecture.hidden(),
        architecture.skip(),
        features.rows(WordInput.NAME),
        inputs.wordDim(),
        hashCount,
        features.rows(HashedInput.NAME),
        hashCount == 0 ? 0 : inputs.hashDim(),
        inputs.combiner(),
        features.rows(CharacterInput.NAME),
        features.width(CharacterInput.NAME),
        inputs.charFilters() == 0 ? 0 : inputs.charDim(),
        inputs.charFilters(),
        labels,
        architecture.head());
  }

  /** The same with other numbers of words and labels. */
  public NetworkConfig withRows(int words, int outputs) {
    return new NetworkConfig(
        cell,
        bidirectional,
        layers,
        hidden,
        skip,
        words,
        wordDim,
        hashCount,
        hashRows,
        hashDim,
        combiner,
        charRows,
        charLength,
        charDim,
        charFilters,
        outputs,
        head);
  }

  @Override
  public NetworkSpec spec() {
    RecurrentEncoder encoder = encoder();
    return new NetworkSpec(words(), inputs(), encoder, head(head, encoder.width(), labels));
  }

  /** The table of words. */
  WordEmbedding words() {
    return new WordEmbedding(wordRows, wordDim);
  }

  /** What reads sentences. */
  RecurrentEncoder encoder() {
    int in = inputs().stream().mapToInt(InputPart::width).sum();
    return new RecurrentEncoder(cell, bidirectional, layers, hidden, skip, in);
  }

  /** What tokens are read by, side by side before the encoder. */
  List<InputPart> inputs() {
    WordEmbedding words = words();
    List<InputPart> inputs = new ArrayList<>();
    if (hashCount == 0) {
      inputs.add(words);
    } else {
      HashedEmbedding hashes = new HashedEmbedding(hashCount, hashRows, hashDim);
      inputs.addAll(
          switch (combiner) {
            case CONCAT -> List.of(words, hashes);
            case SUM -> List.of(new SummedEmbedding(words, hashes));
          });
    }
    if (charFilters > 0) {
      inputs.add(new CharacterConvolution(charRows, charLength, charDim, charFilters));
    }
    return inputs;
  }

  @Override
  public SentenceEncoder sentenceEncoder(FeatureRecipe recipe, List<String> vocabulary) {
    return SentenceEncoder.of(new TokenFeatures(recipe, vocabulary));
  }

  /** The part of a head over an encoder of some width. */
  static HeadPart head(Head head, int in, int labels) {
    return switch (head) {
      case SOFTMAX -> new SoftmaxTagHead(in, labels);
      case CRF -> new CrfTagHead(in, labels);
    };
  }
}
