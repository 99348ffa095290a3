package org.namespan.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingData;

/** Untrained taggers over {@link SmallNetworks}. */
public final class SmallTaggers {
  private SmallTaggers() {}

  /** A tagger over the words w2 to w19 and the types geo and per, in BIO. */
  public static TrainedTagger tagger(NetworkConfig config, long seed) {
    return new TrainedTagger(config, SmallNetworks.weights(config, seed), metadata(config));
  }

  private static ModelMetadata metadata(NetworkConfig config) {
    List<Hashed> hashed =
        config.hashCount() == 0
            ? List.of()
            : List.of(
                new Hashed(HashedFeature.LOWER, SmallNetworks.HASH_ROWS - 9),
                new Hashed(HashedFeature.SHAPE, 8));
    List<String> vocabulary = new ArrayList<>();
    for (int i = 2; i < SmallNetworks.WORDS; i++) {
      vocabulary.add("w" + i);
    }
    return new ModelMetadata(
        TagSet.over(TagScheme.BIO, Set.of("geo", "per")),
        new FeatureRecipe(WordCase.KEEP, false, hashed, characters(config)),
        vocabulary,
        TextModels.whitespace(),
        Map.of("producer", "test"));
  }

  private static List<TokenInput> characters(NetworkConfig config) {
    String alphabet = "w012345678".substring(0, Math.max(0, config.charRows() - 2));
    return config.charLength() == 0
        ? List.of()
        : List.of(new CharacterInput(alphabet, config.charLength()));
  }

  /** Metadata for labels and words found in data. */
  static ModelMetadata metadata(TrainingData data, FeatureRecipe recipe) {
    return new ModelMetadata(
        data.tagSet(), recipe, data.vocabulary(), TextModels.whitespace(), Map.of());
  }

  /** The sentences of {@link #sentences}, each word ending in 3 a person. */
  public static Corpus corpus(int count, int longest, long seed) {
    List<Sentence> sentences = new ArrayList<>();
    for (List<String> tokens : sentences(count, longest, seed)) {
      List<Tag> tags =
          tokens.stream()
              .map(token -> token.endsWith("3") ? new Tag('B', "per") : Tag.OUTSIDE)
              .toList();
      sentences.add(new Sentence(tokens, TagScheme.BIO.decode(tags)));
    }
    return new Corpus("small", sentences, 0);
  }

  /** Sentences of known and unknown words; none ends with one, so that all of it is shown. */
  public static List<List<String>> sentences(int count, int longest, long seed) {
    Random random = new Random(seed);
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> tokens = new ArrayList<>();
      for (int t = 1 + random.nextInt(longest); t > 0; t--) {
        tokens.add("w" + random.nextInt(SmallNetworks.WORDS + 10));
      }
      tokens.set(tokens.size() - 1, ".");
      sentences.add(tokens);
    }
    return sentences;
  }
}
