package org.namespan.trainer.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.network.transformer.PretrainedEncoder;
import org.namespan.trainer.pretrained.PretrainedTagger;
import org.namespan.trainer.vectors.WordVectors;

/**
 * What a run learns from.
 *
 * @param train annotated sentences; labels and vocabulary are drawn from them
 * @param dev annotated sentences on which each epoch is scored and the best one chosen, or null to
 *     keep the last epoch
 * @param soft sentences labelled by other models, trained on beside {@code train}
 * @param vectors word vectors that the word table starts from, or null
 * @param encoder pre-trained encoder to fine-tune in place of a network of its own, or null
 * @param from tagger that training begins from, or null
 */
public record TrainingSources(
    Corpus train,
    @Nullable Corpus dev,
    List<SoftCorpus> soft,
    @Nullable WordVectors vectors,
    @Nullable PretrainedEncoder encoder,
    @Nullable PretrainedTagger from) {

  /** Copies the list; rejects a dev set without sentences, and vectors beside an encoder. */
  public TrainingSources {
    if (dev != null && dev.sentences().isEmpty()) {
      throw new IllegalArgumentException(
          "dev has no sentence, expected some to choose an epoch by, or null for no dev set");
    }
    if (vectors != null && encoder != null) {
      throw new IllegalArgumentException(
          "found word vectors and a pre-trained encoder, expected one of them: an encoder has no"
              + " word table");
    }
    if (from != null && (vectors != null || encoder != null)) {
      throw new IllegalArgumentException(
          "found "
              + (vectors == null ? "a pre-trained encoder" : "word vectors")
              + " beside a tagger to begin from, expected the tagger alone: it has learned"
              + " embeddings of its own");
    }
    soft = List.copyOf(soft);
  }

  /** What a run learns from that begins with weights of its own, or with those of an encoder. */
  public TrainingSources(
      Corpus train,
      @Nullable Corpus dev,
      List<SoftCorpus> soft,
      @Nullable WordVectors vectors,
      @Nullable PretrainedEncoder encoder) {
    this(train, dev, soft, vectors, encoder, null);
  }

  /** Annotated sentences only; {@code dev} may be null. */
  public static TrainingSources of(Corpus train, @Nullable Corpus dev) {
    return new TrainingSources(train, dev, List.of(), null, null, null);
  }

  /** The dev sentences, or a corpus without sentences. */
  Corpus devOrNone() {
    return dev == null ? train.withSentences(List.of()) : dev;
  }

  /** The same with other annotated sentences; {@code dev} may be null. */
  public TrainingSources withCorpora(Corpus train, @Nullable Corpus dev) {
    return new TrainingSources(train, dev, soft, vectors, encoder, from);
  }

  /** The same with soft corpora. */
  public TrainingSources withSoft(List<SoftCorpus> soft) {
    return new TrainingSources(train, dev, soft, vectors, encoder, from);
  }

  /** The same with word vectors. */
  public TrainingSources withVectors(@Nullable WordVectors vectors) {
    return new TrainingSources(train, dev, soft, vectors, encoder, from);
  }

  /** The same with a pre-trained encoder. */
  public TrainingSources withEncoder(@Nullable PretrainedEncoder encoder) {
    return new TrainingSources(train, dev, soft, vectors, encoder, from);
  }

  /** The same with a tagger that training begins from. */
  public TrainingSources withFrom(@Nullable PretrainedTagger from) {
    return new TrainingSources(train, dev, soft, vectors, encoder, from);
  }
}
