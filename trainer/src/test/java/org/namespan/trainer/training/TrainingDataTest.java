package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordInput;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.vectors.WordVectors;

class TrainingDataTest {

  @TempDir private Path folder;

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
      read.add(new Sentence(tokens, TagScheme.BIO.decode(tags)));
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
    // A comma is shown behind a few words, which the vocabulary does not hold.
    assertArrayEquals(new int[] {3, 2, 4, 2, 1}, data.train().get(0).kept().ids(WordInput.NAME));
    assertArrayEquals(new int[] {2, 1, 4, 1}, data.dev().get(0).ids(WordInput.NAME));
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
        "[B-per, I-per, L-per, O, U-per, O]",
        data.tagSet().tags(gold(data.train().get(0).kept().targets())).toString());
  }

  /** A model file holds 1,024 labels: O, and two of each type in BIO, four in BILOU. */
  @ParameterizedTest
  @CsvSource({"BIO, 511", "BILOU, 255"})
  void refusesMoreTypesThanAModelFileHolds(TagScheme scheme, int most) throws IOException {
    TrainingConfig config = TrainingConfig.plain().optScheme(scheme).build();
    Corpus fits = typesOf(most);
    assertEquals(most, prepare(TrainingSources.of(fits, fits), config).tagSet().types().size());
    Corpus large = typesOf(most + 1);
    CorpusException refusal =
        assertThrows(
            CorpusException.class, () -> prepare(TrainingSources.of(large, large), config));
    assertEquals(
        "a: found "
            + (most + 1)
            + " entity types; expected at most "
            + most
            + " ("
            + scheme
            + "); choose the column of the tags, or join types by a type map",
        refusal.getMessage());
  }

  /** A direction in a type would turn every table around that has it. */
  @Test
  void refusesTypesThatCannotBeShown() {
    Corpus odd = corpus("x/B-p\u202er y/O");
    CorpusException refusal =
        assertThrows(
            CorpusException.class,
            () -> prepare(TrainingSources.of(odd, odd), TrainingConfig.plain().build()));
    assertEquals(
        "a: found the entity type 'p\\u202er'; expected a name without line ends and control"
            + " characters; give it another name by a type map",
        refusal.getMessage());
  }

  private static Corpus typesOf(int count) {
    return corpus(
        IntStream.range(0, count).mapToObj(i -> "x/B-t" + i).collect(Collectors.joining(" ")));
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
  void leavesOpenWhatTheCorpusDoesNotTell() throws IOException {
    Sentence sentence =
        new Sentence(List.of("a", "b", "c"), List.of())
            .withSpans(
                List.of(new Span("per", 0, 1)), List.of(Set.of(), Set.of("geo", "org"), Set.of()));
    Corpus train = new Corpus("a", List.of(sentence, corpus("d/B-per").sentences().get(0)), 0);
    TrainingData data = prepare(TrainingSources.of(train, train), TrainingConfig.plain().build());
    assertEquals("[O, B-geo, I-geo, B-org, I-org, B-per, I-per]", data.tagSet().labels() + "");
    LabelTargets targets = data.train().get(0).kept().targets();
    assertEquals(LabelTargets.Kind.OPEN, targets.kind());
    assertArrayEquals(new int[] {5}, labels(targets, 0));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, labels(targets, 1));
    assertArrayEquals(new int[] {0}, labels(targets, 2));
    assertEquals(LabelTargets.Kind.GOLD, data.train().get(1).kept().targets().kind());

    Corpus told = new Corpus("a", List.of(corpus("a/B-per b c").sentences().get(0)), 0);
    Corpus open = new Corpus("a", List.of(sentence), 0);
    assertNotEquals(fingerprint(told, train), fingerprint(open, train));
  }

  private static int[] labels(LabelTargets targets, int t) {
    return IntStream.range(0, targets.count(t)).map(i -> targets.label(t, i)).toArray();
  }

  private static TrainingData prepare(TrainingSources sources, TrainingConfig config)
      throws IOException {
    return TrainingData.prepare(sources, config);
  }

  private static SoftCorpus soft(List<String> labels, String token, int[] ids, float... weights) {
    SoftSentence sentence =
        new SoftSentence(List.of(token), new int[][] {ids}, new float[][] {weights});
    return new SoftCorpus("soft.gz", labels, List.of(sentence));
  }

  @Test
  void softLabelsBecomeThoseOfTheModel() throws IOException {
    Corpus train = corpus("a/B-per b", "c/B-geo");
    SoftCorpus soft = soft(List.of("I-per", "B-per", "O"), "unseen", new int[] {1, 2}, 0.6f, 0.2f);
    TrainingSources sources = TrainingSources.of(train, train).withSoft(List.of(soft, soft));
    TrainingData data = prepare(sources, TrainingConfig.plain().build());
    assertEquals(4, data.train().size());
    assertEquals(LabelTargets.Kind.GOLD, data.train().get(1).kept().targets().kind());
    EncodedSentence encoded = data.train().get(2).kept();
    // Words are those of the annotated sentences.
    assertEquals(List.of("a", "b", "c"), data.vocabulary());
    assertArrayEquals(
        new int[] {TokenFeatures.UNK, TokenFeatures.UNK}, encoded.ids(WordInput.NAME));
    // Labels are O B-geo I-geo B-per I-per.
    assertEquals(LabelTargets.Kind.SOFT, encoded.targets().kind());
    assertArrayEquals(new int[] {3, 0}, labels(encoded.targets(), 0));
    assertEquals(0.75f, encoded.targets().weight(0, 0), 1e-6f);
    assertEquals(0.25f, encoded.targets().weight(0, 1), 1e-6f);
  }

  @Test
  void softLabelsOfBilouBecomeThoseOfBio() throws IOException {
    Corpus train = corpus("a/B-per b/I-per", "c/B-geo d/I-geo");
    List<String> labels = List.of("O", "B-per", "I-per", "L-per", "U-per");
    SoftCorpus soft = soft(labels, "a", new int[] {3, 0, 4, 1, 2}, .1f, .2f, .15f, .25f, .3f);
    TrainingSources sources = TrainingSources.of(train, train).withSoft(List.of(soft));
    TrainingData data = prepare(sources, TrainingConfig.plain().build());
    LabelTargets targets = data.train().get(2).kept().targets();
    // Labels are O B-geo I-geo B-per I-per.
    assertArrayEquals(new int[] {4, 0, 3}, labels(targets, 0));
    assertEquals(.4f, targets.weight(0, 0), 1e-6f);
    assertEquals(.2f, targets.weight(0, 1), 1e-6f);
    assertEquals(.4f, targets.weight(0, 2), 1e-6f);
  }

  @Test
  void refusesSoftLabelsThatTheModelLacks() {
    Corpus train = corpus("a/B-per b");
    SoftCorpus soft = soft(List.of("O", "B-geo"), "a", new int[] {0}, 1);
    TrainingSources sources = TrainingSources.of(train, train).withSoft(List.of(soft));
    for (TagScheme scheme : List.of(TagScheme.BIO, TagScheme.BILOU)) {
      TrainingConfig config = TrainingConfig.plain().optScheme(scheme).build();
      String message =
          assertThrows(CorpusException.class, () -> prepare(sources, config)).getMessage();
      assertTrue(message.startsWith("soft.gz:1: found label 'B-geo'; expected "), message);
    }
  }

  @Test
  void fingerprintSeesEveryChangeOfSoftCorpora() throws IOException {
    List<String> labels = List.of("O", "B-per", "I-per");
    List<List<SoftCorpus>> all =
        List.of(
            List.of(),
            List.of(soft(labels, "a", new int[] {0}, 1)),
            List.of(soft(labels, "b", new int[] {0}, 1)),
            List.of(soft(labels, "a", new int[] {1}, 1)),
            List.of(soft(labels, "a", new int[] {0}, 0.5f)),
            List.of(soft(List.of("B-per", "O", "I-per"), "a", new int[] {0}, 1)),
            List.of(soft(labels, "a", new int[] {0}, 1), soft(labels, "a", new int[] {0}, 1)));
    Corpus train = corpus("a/B-per b/I-per", "c");
    Set<String> fingerprints = new HashSet<>();
    for (List<SoftCorpus> soft : all) {
      TrainingSources sources = TrainingSources.of(train, train).withSoft(soft);
      fingerprints.add(prepare(sources, TrainingConfig.plain().build()).fingerprint());
    }
    assertEquals(all.size(), fingerprints.size());
    assertTrue(fingerprints.contains(fingerprint(train, train)));
  }

  private WordVectors vectors(String text) throws IOException {
    return WordVectors.read(Files.writeString(folder.resolve("vectors.txt"), text));
  }

  @Test
  void vocabularyGrowsByFrequentWordsWithVectors() throws IOException {
    Corpus train = corpus("b a c/B-per a", "d b a");
    TrainingSources sources =
        TrainingSources.of(train, train).withVectors(vectors("x 1 2\na 3 4\ny 5 -6\nz 7 8\n"));
    TrainingConfigBuilder config = TrainingConfig.plain().optWordDim(2);
    assertEquals(List.of("a", "b", "c", "d"), prepare(sources, config.build()).vocabulary());
    TrainingData data = prepare(sources, config.optVocabularySize(6).build());
    assertEquals(List.of("a", "b", "c", "d", "x", "y"), data.vocabulary());
    // No word that training has not seen was seen once.
    assertArrayEquals(
        new boolean[] {false, false, false, false, true, true, false, false}, data.singleton());
    assertEquals(8, data.features().rows(WordInput.NAME));
    // Below the words of training the size takes none away.
    assertEquals(4, prepare(sources, config.optVocabularySize(2).build()).vocabulary().size());
  }

  @Test
  void vectorsNarrowerThanTheWordEmbeddingsAreRefused() throws IOException {
    Corpus train = corpus("a/B-per b");
    TrainingSources sources = TrainingSources.of(train, train).withVectors(vectors("a 1 2\n"));
    TrainingConfig config = TrainingConfig.plain().optWordDim(3).build();
    TrainingException refused =
        assertThrows(TrainingException.class, () -> prepare(sources, config));
    assertEquals(
        "found word vectors of 2 numbers, expected at least the 3 of --word-dim; set it to 2 or"
            + " less, or take wider vectors",
        refused.getMessage());
  }

  @Test
  void fingerprintSeesVectors() throws IOException {
    Corpus train = corpus("a/B-per b");
    Set<String> fingerprints = new HashSet<>(Set.of(fingerprint(train, train)));
    for (String text : List.of("a 1 2\nb 3 4\n", "a 1 2\nb 3 5\n", "a 1 2\nc 3 4\n")) {
      TrainingSources sources = TrainingSources.of(train, train).withVectors(vectors(text));
      fingerprints.add(
          prepare(sources, TrainingConfig.plain().optWordDim(2).build()).fingerprint());
    }
    assertEquals(4, fingerprints.size());
  }

  @Test
  void encodesEachCaseThatHasAShare() throws IOException {
    Corpus train = corpus("Rhine/B-geo rhine RHINE flows");
    TrainingConfig config = TrainingConfig.plain().optLowerShare(0.1).optTitleShare(0.1).build();
    TrainingData data = prepare(TrainingSources.of(train, train), config);
    assertEquals(List.of("RHINE", "Rhine", "flows", "rhine"), data.vocabulary());
    CasedSentence cased = data.train().get(0);
    assertArrayEquals(new int[] {3, 5, 2, 4, TokenFeatures.UNK}, cased.kept().ids(WordInput.NAME));
    assertArrayEquals(new int[] {5, 5, 5, 4, TokenFeatures.UNK}, cased.lower().ids(WordInput.NAME));
    assertArrayEquals(
        new int[] {3, 3, 3, TokenFeatures.UNK, TokenFeatures.UNK},
        cased.title().ids(WordInput.NAME));
    assertNull(cased.upper());
    assertSame(cased.kept().targets(), cased.title().targets());
  }

  @Test
  void configRefusesWhatCannotTrain() {
    List<Consumer<TrainingConfigBuilder>> wrong =
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
            b -> b.optClipNorm(Double.POSITIVE_INFINITY),
            b -> b.optVocabularySize(-1),
            b -> b.optWordDropout(1),
            b -> b.optLowerShare(-0.1),
            b -> b.optUpperShare(1),
            b -> b.optTitleShare(Double.NaN),
            b -> b.optLowerShare(0.4).optUpperShare(0.4).optTitleShare(0.4),
            b -> b.optLabelSmoothing(1),
            b -> b.optAveraging(1));
    for (Consumer<TrainingConfigBuilder> change : wrong) {
      TrainingConfigBuilder builder = TrainingConfig.standard();
      change.accept(builder);
      assertThrows(IllegalArgumentException.class, builder::build);
    }
    assertThrows(IllegalArgumentException.class, () -> TrainingConfig.preset("best"));
    assertEquals("plain", TrainingConfig.preset("plain").build().preset());
    assertEquals("standard", TrainingConfig.preset("standard").build().preset());
  }
}
