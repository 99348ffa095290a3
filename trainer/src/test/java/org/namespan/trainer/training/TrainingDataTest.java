package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.namespan.internal.tag.Tag;
import org.namespan.internal.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.network.LabelTargets;

class TrainingDataTest {

  /** Sentences such as {@code "the Rhine/B-geo"}. */
  private static Corpus corpus(String... sentences) {
    List<Sentence> read = new ArrayList<>();
    for (String sentence : sentences) {
      List<String> tokens = new ArrayList<>();
      List<Tag> tags = new ArrayList<>();
      for (String token : sentence.split(" ")) {
        int slash = token.indexOf('/');
        tokens.add(slash < 0 ? token : token.substring(0, slash));
        tags.add(Tag.parse(slash < 0 ? "O" : token.substring(slash + 1), TagScheme.BIO));
      }
      read.add(new Sentence(tokens, tags, 0));
    }
    return new Corpus("a", read, 0);
  }

  @Test
  void countsWordsOfTrainingOnly() throws IOException {
    Corpus train = corpus("b a c/B-per a", "d b a");
    Corpus dev = corpus("a x c/B-per");
    TrainingData data =
        TrainingData.prepare(TrainingSources.of(train, dev), TrainingConfig.plain().build());
    assertEquals(List.of("a", "b", "c", "d"), data.vocabulary());
    assertArrayEquals(new boolean[] {false, false, false, false, true, true}, data.singleton());
    assertArrayEquals(new int[] {3, 2, 4, 2}, data.train().get(0).kept().words());
    assertArrayEquals(new int[] {2, 1, 4}, data.dev().get(0).words());
    TrainingData frequent =
        TrainingData.prepare(
            TrainingSources.of(train, dev), TrainingConfig.plain().optMinCount(2).build());
    assertEquals(List.of("a", "b"), frequent.vocabulary());
    assertArrayEquals(new boolean[4], frequent.singleton());
  }

  @Test
  void writesLabelsInTheSchemeOfTheModel() throws IOException {
    Corpus train = corpus("a/B-per b/I-per c/I-per d e/B-per");
    TrainingData data =
        TrainingData.prepare(
            TrainingSources.of(train, train),
            TrainingConfig.plain().optScheme(TagScheme.BILOU).build());
    assertEquals(
        "[B-per, I-per, L-per, O, U-per]",
        data.tagSet().tags(gold(data.train().get(0).kept().targets())).toString());
  }

  private static int[] gold(LabelTargets targets) {
    assertEquals(LabelTargets.Kind.GOLD, targets.kind());
    return IntStream.range(0, targets.length()).map(t -> targets.label(t, 0)).toArray();
  }

  @Test
  void fingerprintSeesEveryChange() throws IOException {
    Corpus train = corpus("a b/B-per", "c");
    String fingerprint = fingerprint(train, train);
    assertEquals(fingerprint, fingerprint(corpus("a b/B-per", "c"), train));
    for (Corpus other :
        List.of(
            corpus("a b/B-per c"),
            corpus("c", "a b/B-per"),
            corpus("a b/B-per", "d"),
            corpus("a/B-per b", "c"),
            corpus("a b/B-per", "c/B-per"))) {
      assertNotEquals(fingerprint, fingerprint(other, train));
      assertNotEquals(fingerprint, fingerprint(train, other));
    }
  }

  private static String fingerprint(Corpus train, Corpus dev) throws IOException {
    return TrainingData.prepare(TrainingSources.of(train, dev), TrainingConfig.plain().build())
        .fingerprint();
  }

  @Test
  void configRefusesWhatCannotTrain() {
    List<Consumer<TrainingConfig.Builder>> wrong =
        List.of(
            b -> b.optHidden(0),
            b -> b.optLayers(0),
            b -> b.optEpochs(0),
            b -> b.optPatience(0),
            b -> b.optBatchSize(0),
            b -> b.optWordDim(0),
            b -> b.optMinCount(0),
            b -> b.optHashDim(0),
            b -> b.optDropout(1),
            b -> b.optDropout(-0.1),
            b -> b.optDropout(Double.NaN),
            b -> b.optUnknownProbability(1.5),
            b -> b.optLearningRate(0),
            b -> b.optLearningRate(Double.NaN),
            b -> b.optLearningRate(Double.POSITIVE_INFINITY),
            b -> b.optTableLearningRate(-1),
            b -> b.optClipNorm(Double.POSITIVE_INFINITY));
    for (Consumer<TrainingConfig.Builder> change : wrong) {
      TrainingConfig.Builder builder = TrainingConfig.standard();
      change.accept(builder);
      assertThrows(IllegalArgumentException.class, builder::build);
    }
    assertThrows(IllegalArgumentException.class, () -> TrainingConfig.preset("best"));
    assertEquals("plain", TrainingConfig.preset("plain").build().preset());
    assertEquals("standard", TrainingConfig.preset("standard").build().preset());
  }
}
