package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.namespan.model.ModelMetadata;
import org.namespan.model.tag.Span;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.export.SmallTaggers;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.pretrained.GrownTagger;
import org.namespan.trainer.pretrained.PretrainedTagger;

class KeptTypesTest {

  /** Shares of O, B-geo, I-geo, B-per and I-per, whatever the token. */
  private static final double[] SHARES = {.5, .2, .1, .15, .05};

  /** A tagger of geo and per whose emissions are the same at every token. */
  private static PretrainedTagger pretrained() {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 0);
    TrainedTagger tagger = SmallTaggers.tagger(config, 1);
    Map<String, float[]> weights = new TreeMap<>(tagger.weights());
    weights.put("dense.W", new float[weights.get("dense.W").length]);
    float[] bias = new float[SHARES.length];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = (float) Math.log(SHARES[i]);
    }
    weights.put("dense.b", bias);
    ModelMetadata metadata = tagger.metadata();
    return new PretrainedTagger("a.onnx", "abc", config, weights, metadata);
  }

  private static LabelTargets guide(Set<String> types, Sentence sentence) {
    GrownTagger grown = GrownTagger.of(pretrained(), types, false, Map.of(), 1);
    Corpus corpus = new Corpus("a", List.of(sentence), 0);
    LabelTargets targets = new KeptTypes(grown).targets(grown.withOpenTypes(corpus, types)).get(0);
    return Objects.requireNonNull(targets.guide());
  }

  private static Map<String, Double> shares(LabelTargets guide, int t, List<String> labels) {
    Map<String, Double> shares = new TreeMap<>();
    for (int i = 0; i < guide.count(t); i++) {
      shares.put(labels.get(guide.label(t, i)), Math.round(1e4 * guide.weight(t, i)) / 1e4);
    }
    return shares;
  }

  private static final List<String> LABELS =
      List.of("O", "B-geo", "I-geo", "B-per", "I-per", "B-law", "I-law");

  /**
   * The paths of two tokens, the first of which is in a law: it is O for the tagger, and so the
   * second is no I-.
   */
  @Test
  void areTheMarginalsOutsideOfAnnotatedEntities() {
    Sentence sentence = new Sentence(List.of("w2", "w3", "."), List.of(new Span("law", 0, 1)));
    LabelTargets guide = guide(Set.of("law"), sentence);
    assertEquals(Map.of("B-law", 1.0), shares(guide, 0, LABELS));
    // Of the paths of two tokens: O O, O B, B O, B I, B B, without an I first.
    double[] e = SHARES;
    double all =
        e[0] * (e[0] + e[1] + e[3])
            + e[1] * (e[0] + e[1] + e[2] + e[3])
            + e[3] * (e[0] + e[1] + e[3] + e[4]);
    double geo = e[1] * (e[0] + e[1] + e[2] + e[3]) / all;
    double per = e[3] * (e[0] + e[1] + e[3] + e[4]) / all;
    assertEquals(
        Map.of(
            "O", Math.round(1e4 * (1 - geo - per)) / 1e4,
            "B-geo", Math.round(1e4 * geo) / 1e4,
            "B-per", Math.round(1e4 * per) / 1e4),
        shares(guide, 1, LABELS));
  }

  /** Of a type that the corpus is annotated with, no annotation says that there is none. */
  @Test
  void annotatedTypesGoToOutside() {
    Sentence sentence = new Sentence(List.of("w2"), List.of());
    LabelTargets guide = guide(Set.of("per", "law"), sentence);
    double all = SHARES[0] + SHARES[1] + SHARES[3];
    double geo = Math.round(1e4 * SHARES[1] / all) / 1e4;
    double outside = Math.round(1e4 * (SHARES[0] + SHARES[3]) / all) / 1e4;
    assertEquals(Map.of("O", outside, "B-geo", geo), shares(guide, 0, LABELS));
  }
}
