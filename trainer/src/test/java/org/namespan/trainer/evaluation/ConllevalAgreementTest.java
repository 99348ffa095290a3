package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

/** Random tags, most of them malformed: the counts must be those of conlleval, and add up. */
class ConllevalAgreementTest {

  /** What was predicted for one token, beside its gold tag. */
  record Pair(Tag gold, Tag predicted) {}

  @Property(seed = "20")
  void bioCountsAsConllevalDoes(@ForAll("texts") List<List<Pair>> text) {
    assertAgreement(TagScheme.BIO, text);
  }

  @Property(seed = "20")
  void iob1CountsAsConllevalDoes(@ForAll("texts") List<List<Pair>> text) {
    assertAgreement(TagScheme.IOB1, text);
  }

  @Property(seed = "20")
  void confusionAddsUpToTheTable(@ForAll("texts") List<List<Pair>> text) {
    EvaluationResult result = evaluate(TagScheme.BIO, text);
    Map<String, Map<String, Long>> rows = result.confusion().rows();
    result
        .perType()
        .forEach(
            (type, scores) -> {
              long row =
                  rows.getOrDefault(type, Map.of()).values().stream().mapToLong(c -> c).sum();
              long column = rows.values().stream().mapToLong(r -> r.getOrDefault(type, 0L)).sum();
              assertEquals(scores.support(), row);
              assertEquals(scores.predicted(), column);
              assertEquals(scores.truePositives(), result.confusion().count(type, type));
            });
  }

  @Property(seed = "20")
  void strictCountsNoMoreThanConllevalDoes(@ForAll("texts") List<List<Pair>> text) {
    EvaluationResult result = evaluate(TagScheme.BIO, text);
    assertTrue(result.strict().truePositives() <= result.overall().truePositives());
    assertTrue(result.strict().predicted() <= result.overall().predicted());
    assertTrue(result.strict().support() <= result.overall().support());
  }

  private static void assertAgreement(TagScheme scheme, List<List<Pair>> text) {
    ReferenceConlleval conlleval = new ReferenceConlleval();
    text.forEach(sentence -> conlleval.sentence(gold(sentence), predicted(sentence)));
    EvaluationResult result = evaluate(scheme, text);
    assertEquals(conlleval.perType(), result.perType());
    assertEquals(conlleval.tokens, result.tokens());
    assertEquals(Scores.ratio(conlleval.rightTokens, conlleval.tokens), result.tokenAccuracy());
  }

  private static EvaluationResult evaluate(TagScheme scheme, List<List<Pair>> text) {
    Evaluation evaluation = new Evaluation(scheme);
    text.forEach(sentence -> evaluation.add(gold(sentence), predicted(sentence)));
    return evaluation.result();
  }

  private static List<Tag> gold(List<Pair> sentence) {
    return sentence.stream().map(Pair::gold).toList();
  }

  private static List<Tag> predicted(List<Pair> sentence) {
    return sentence.stream().map(Pair::predicted).toList();
  }

  @Provide
  Arbitrary<List<List<Pair>>> texts() {
    Arbitrary<Tag> tag =
        Arbitraries.of("O", "B-x", "I-x", "B-y", "I-y").map(ConllevalAgreementTest::tag);
    Arbitrary<Pair> right = tag.map(gold -> new Pair(gold, gold));
    Arbitrary<Pair> any = tag.flatMap(gold -> tag.map(predicted -> new Pair(gold, predicted)));
    Arbitrary<Pair> pair = Arbitraries.oneOf(right, any);
    return pair.list().ofMaxSize(12).list().ofMaxSize(6);
  }

  private static Tag tag(String tag) {
    return Tag.parse(tag, TagScheme.BIO);
  }
}
