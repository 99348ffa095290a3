package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;
import org.namespan.model.MetadataCodec;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.Evaluation;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.export.ParityReport;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.text.TextOptions;

/** Taggers that read characters, from a corpus to the sdk. */
class CharacterTrainingTest {

  private static final TextOptions TEXT = TextOptions.whitespace("en");

  private static final Tag O = Tag.OUTSIDE;
  private static final Corpus TRAIN = corpus(200, 1);
  private static final Corpus DEV = corpus(40, 2);

  @TempDir Path folder;

  /** Names that stand once, whose type only a sign inside them tells. */
  private static Corpus corpus(int count, long seed) {
    Random random = new Random(seed);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean person = random.nextBoolean();
      String name = letters(random) + (person ? "ó" : "-") + letters(random);
      Span span = new Span(person ? "per" : "geo", 2, 3);
      sentences.add(new Sentence(List.of("it", "is", name, "."), List.of(span)));
    }
    return new Corpus("names.conll", sentences, 0);
  }

  private static String letters(Random random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private static TrainingConfigBuilder config() {
    return TrainingConfig.plain()
        .optWordDim(4)
        .optHidden(8)
        .optCharDim(8)
        .optCharFilters(16)
        .optBatchSize(8)
        .optEpochs(8)
        .optPatience(8)
        .optDropout(0)
        .optUnknownProbability(0.9)
        .optLearningRate(0.03)
        .optTableLearningRate(0.03);
  }

  private TrainedTagger train(TrainingConfig config, String run, TrainingMonitor monitor)
      throws IOException {
    return new TaggerTrainer(config, folder.resolve(run), monitor)
        .train(TrainingSources.of(TRAIN, DEV), TEXT, Map.of());
  }

  private static double devF1(TrainedTagger tagger) {
    return Double.parseDouble(tagger.metadata().facts().get("dev.f1"));
  }

  @Test
  void tellsUnseenWordsApartInTheSdkToo() throws IOException {
    TrainedTagger without =
        train(config().optCharFilters(0).build(), "without", TrainingMonitor.SILENT);
    assertTrue(devF1(without) < 0.7, without.metadata().facts().toString());
    TrainedTagger tagger = train(config().build(), "with", TrainingMonitor.SILENT);
    assertTrue(devF1(tagger) > 0.95, tagger.metadata().facts().toString());
    for (Precision precision : Precision.values()) {
      Path file = folder.resolve(precision + ".onnx");
      ParityReport parity = ModelExporter.export(tagger, precision, 0, DEV, file);
      assertEquals(parity.tokens(), parity.sameTags());
      Evaluation evaluation = new Evaluation();
      try (EntityTagger loaded = EntityTagger.load(file)) {
        List<List<String>> together = loaded.tagAllTokens(DEV.tokens());
        for (int i = 0; i < together.size(); i++) {
          Sentence sentence = DEV.sentences().get(i);
          assertEquals(loaded.tagTokens(sentence.tokens()), together.get(i));
          List<Tag> tags = new ArrayList<>();
          together.get(i).forEach(tag -> tags.add(Tag.parse(tag, TagScheme.BIO)));
          evaluation.add(sentence.tags(TagScheme.BIO), tags);
        }
      }
      EvaluationResult result = evaluation.result();
      assertEquals(devF1(tagger), result.overall().f1(), 1e-4);
    }
  }

  @Test
  void resumesAsIfNeverCutOff() throws IOException {
    TrainingConfig config =
        config()
            .optHashed(List.of(new Hashed(HashedFeature.SHAPE, 8)))
            .optHashDim(3)
            .optEpochs(3)
            .build();
    TrainedTagger whole = train(config, "whole", TrainingMonitor.SILENT);
    TrainingMonitor cut =
        new TrainingMonitor() {
          @Override
          public void epochDone(EpochReport report) {
            if (report.epoch() == 2) {
              throw new IllegalStateException("cut off");
            }
          }
        };
    assertThrows(IllegalStateException.class, () -> train(config, "cut", cut));
    TrainedTagger resumed =
        new TaggerTrainer(config, folder.resolve("cut"), TrainingMonitor.SILENT)
            .resume(TrainingSources.of(TRAIN, DEV), TEXT, Map.of());
    CheckpointTest.assertSame(whole.weights(), resumed.weights());
    assertEquals(
        MetadataCodec.toEntries(whole.metadata()), MetadataCodec.toEntries(resumed.metadata()));
    assertEquals(whole.network(), resumed.network());
    assertTrue(whole.weights().keySet().containsAll(List.of("chars", "char.W", "char.b")));
  }

  @Test
  void drawsTheAlphabetFromTraining() throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    char other = 'k';
    for (String token : new String[] {"Don’t", "aaa'😀😀", "😀😀😀xa", "xxx", "é"}) {
      String quoted = "'" + other++ + "'";
      sentences.add(new Sentence(List.of(token, quoted), List.of(new Span("per", 0, 1))));
    }
    Corpus train = new Corpus("train", sentences, 0);
    TrainingData data = TrainingData.prepare(TrainingSources.of(train, train), config().build());
    // What stands 4 times or less, a, x, é and others, is unknown.
    assertEquals(List.of(new CharacterInput("'😀", 16)), data.features().recipe().others());
    assertEquals(4, data.features().rows(CharacterInput.NAME));
    int[] chars = data.train().get(1).kept().ids(CharacterInput.NAME);
    assertEquals(2 * 16, chars.length);
    assertEquals(List.of(1, 1, 1, 2, 3, 3, 0), Arrays.stream(chars).limit(7).boxed().toList());
  }

  @Test
  void refusesFiltersOverNothing() {
    TrainingConfigBuilder narrow = config().optCharDim(0);
    assertThrows(IllegalArgumentException.class, narrow::build);
    TrainingConfigBuilder negative = config().optCharFilters(-1);
    assertThrows(IllegalArgumentException.class, negative::build);
    FeatureRecipe given =
        new FeatureRecipe(WordCase.KEEP, false, List.of())
            .withOthers(List.of(new CharacterInput("a", 16)));
    TrainingConfigBuilder builder = config().optRecipe(given);
    assertThrows(IllegalArgumentException.class, builder::build);
  }
}
