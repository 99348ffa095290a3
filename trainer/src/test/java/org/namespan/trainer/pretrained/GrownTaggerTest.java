package org.namespan.trainer.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.export.SmallTaggers;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.training.EngineTagger;
import org.namespan.trainer.training.TrainedTagger;

class GrownTaggerTest {

  private static final Corpus CORPUS = SmallTaggers.corpus(60, 12, 5);

  /** Words of the corpus and others; w2 to w19 are known. */
  private static final Map<String, Integer> COUNTS =
      Map.of("w2", 9, "w21", 2, "W3", 1, "w25", 3, "w22", 2, "rare", 1);

  private static PretrainedTagger pretrained(Head head) {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    config = head == Head.CRF ? SmallNetworks.crf(config) : config;
    TrainedTagger tagger = SmallTaggers.tagger(config, 7);
    ModelMetadata metadata = tagger.spec().head().withDecoder(tagger.metadata(), tagger.weights());
    return new PretrainedTagger("small.onnx", "abc", config, tagger.weights(), metadata);
  }

  private static TrainedTagger trained(PretrainedTagger tagger) {
    return new TrainedTagger(tagger.network(), tagger.weights(), tagger.metadata());
  }

  private static TrainedTagger trained(GrownTagger grown) {
    Map<String, float[]> weights = grown.weights();
    ModelMetadata metadata =
        new ModelMetadata(
            grown.tagSet(),
            grown.from().metadata().recipe(),
            grown.vocabulary(),
            grown.from().metadata().textModels(),
            Map.of());
    return new TrainedTagger(
        grown.network(), weights, grown.network().spec().head().withDecoder(metadata, weights));
  }

  private static List<float[]> emissions(TrainedTagger tagger) {
    try (EngineTagger engine = new EngineTagger(tagger, Device.cpu())) {
      return engine.emissions(CORPUS.tokens().stream().map(SentenceView::ofTokens).toList());
    }
  }

  private static List<List<Span>> spans(TrainedTagger tagger) {
    try (EngineTagger engine = new EngineTagger(tagger, Device.cpu())) {
      return engine.tag(CORPUS.tokens());
    }
  }

  @Test
  void oldWordsAndLabelsKeepTheirIds() {
    PretrainedTagger from = pretrained(Head.CRF);
    GrownTagger grown = GrownTagger.of(from, Set.of("per", "law"), false, COUNTS, 2);
    List<String> own = from.metadata().vocabulary();
    assertEquals(own, grown.vocabulary().subList(0, own.size()));
    assertEquals(
        List.of("w25", "w21", "w22"), grown.vocabulary().subList(own.size(), own.size() + 3));
    assertEquals(own.size() + 3, grown.vocabulary().size());
    assertEquals(
        List.of("O", "B-geo", "I-geo", "B-per", "I-per", "B-law", "I-law"),
        grown.tagSet().labels());
    assertEquals(20 + 3, grown.network().wordRows());
    assertEquals(7, grown.network().labels());
  }

  /** What is read of every token, and the scores of old labels, are those of before. */
  @ParameterizedTest
  @EnumSource(Head.class)
  void tagsAsBeforeUntilItLearns(Head head) {
    PretrainedTagger from = pretrained(head);
    GrownTagger grown = GrownTagger.of(from, Set.of("law", "art"), false, COUNTS, 1);
    TrainedTagger before = trained(from);
    TrainedTagger after = trained(grown);
    List<List<Span>> spans = spans(before);
    assertTrue(spans.stream().mapToInt(List::size).sum() > 20);
    assertEquals(spans, spans(after));
    List<float[]> expected = emissions(before);
    List<float[]> found = emissions(after);
    int labels = after.metadata().tagSet().size();
    for (int i = 0; i < expected.size(); i++) {
      int time = expected.get(i).length / 5;
      for (int t = 0; t < time; t++) {
        float[] old = Arrays.copyOfRange(expected.get(i), 5 * t, 5 * t + 5);
        float[] now = Arrays.copyOfRange(found.get(i), labels * t, labels * (t + 1));
        // A softmax sums over more labels than before: it moves all scores by one number.
        float moved = old[0] - now[0];
        for (int y = 0; y < 5; y++) {
          assertEquals(old[y], now[y] + moved, 1e-5f);
        }
        for (int y = 5; y < labels; y++) {
          assertEquals(old[0] - GrownTagger.HANDICAP, now[y] + moved, 1e-5f);
        }
        assertTrue(head == Head.SOFTMAX ? moved >= 0 && moved < 0.03 : moved == 0, "" + moved);
      }
    }
  }

  @Test
  void newTransitionsAreThoseOfOutside() {
    PretrainedTagger from = pretrained(Head.CRF);
    GrownTagger grown = GrownTagger.of(from, Set.of("law"), false, COUNTS, 2);
    float[] old = from.weights().get("transitions");
    float[] now = grown.weights().get("transitions");
    assertEquals(7 * 9, now.length);
    int[] origin = {0, 1, 2, 3, 4, 0, 0};
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 7; j++) {
        int row = i < 7 ? origin[i] : i - 2;
        assertEquals(old[row * 5 + origin[j]], now[i * 7 + j]);
      }
    }
  }

  @Test
  void newWordsBeginAsTheyWereRead() {
    PretrainedTagger from = pretrained(Head.SOFTMAX);
    GrownTagger grown = GrownTagger.of(from, Set.of("per"), false, COUNTS, 3);
    float[] rows = grown.weights().get("words");
    float[] own = from.weights().get("words");
    assertArrayEquals(own, Arrays.copyOf(rows, own.length));
    float[] unknown = Arrays.copyOfRange(own, 5, 10);
    assertArrayEquals(unknown, Arrays.copyOfRange(rows, own.length, own.length + 5));
    assertEquals(own.length + 5, rows.length);
  }

  @Test
  void dropsTypesThatTheCorpusLacks() {
    PretrainedTagger from = pretrained(Head.CRF);
    GrownTagger grown = GrownTagger.of(from, Set.of("per", "law"), true, COUNTS, 2);
    assertEquals(List.of("O", "B-per", "I-per", "B-law", "I-law"), grown.tagSet().labels());
    float[] bias = from.weights().get("dense.b");
    float outside = bias[0] - GrownTagger.HANDICAP;
    assertArrayEquals(
        new float[] {bias[0], bias[3], bias[4], outside, outside}, grown.weights().get("dense.b"));
    float[] old = from.weights().get("transitions");
    assertEquals(old[4 * 5 + 3], grown.weights().get("transitions")[2 * 5 + 1]);
    assertEquals(old[6 * 5 + 4], grown.weights().get("transitions")[6 * 5 + 2]);
  }

  @Test
  void typesThatACorpusLacksAreOpenInIt() {
    GrownTagger grown = GrownTagger.of(pretrained(Head.CRF), Set.of("law"), false, COUNTS, 2);
    Corpus corpus =
        new Corpus(
            "a", List.of(new Sentence(List.of("a", "b"), List.of(new Span("law", 0, 1)))), 0);
    Sentence opened = grown.withOpenTypes(corpus, Set.of()).sentences().get(0);
    assertEquals(Set.of(), opened.openTypes(0));
    assertEquals(Set.of("geo", "per"), opened.openTypes(1));
    Sentence annotated = grown.withOpenTypes(corpus, Set.of("geo")).sentences().get(0);
    assertEquals(Set.of("per"), annotated.openTypes(1));
  }

  @Test
  void refusesMoreTypesThanATaggerCanHave() {
    Set<String> many = new TreeSet<>();
    for (int i = 0; i < TagSet.MAX_LABELS / 2; i++) {
      many.add("type" + i);
    }
    PretrainedTagger from = pretrained(Head.CRF);
    assertThrows(
        IllegalArgumentException.class, () -> GrownTagger.of(from, many, false, COUNTS, 2));
  }
}
