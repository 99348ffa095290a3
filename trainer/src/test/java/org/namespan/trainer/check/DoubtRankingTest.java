package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.distillation.Teacher;

class DoubtRankingTest {

  /** A model that knows words by heart: each has a tag, with a score of its own. */
  private record Lexicon(Map<String, String> tags, float score) implements Teacher {

    @Override
    public ModelMetadata metadata() {
      return ReadingPosteriorTest.metadata(TagScheme.BIO, Set.of("geo", "per"));
    }

    @Override
    public TextSplitter splitter() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<float[]> emissions(List<SentenceView> sentences) {
      int labels = metadata().tagSet().size();
      List<float[]> emissions = new ArrayList<>();
      for (SentenceView view : sentences) {
        float[] scores = new float[view.size() * labels];
        for (int t = 0; t < view.size(); t++) {
          Tag tag = Tag.parse(tags.getOrDefault(view.token(t), "O"), TagScheme.BIO);
          scores[t * labels + metadata().tagSet().id(tag)] = score;
        }
        emissions.add(scores);
      }
      return emissions;
    }

    @Override
    public void close() {}
  }

  private static final Lexicon SURE =
      new Lexicon(Map.of("Ann", "B-per", "Berg", "I-per", "Oslo", "B-geo"), 8);

  private static List<Doubt> ask(List<Teacher> models, Sentence... sentences) {
    return new DoubtRanking(models)
        .of(CheckFiles.corpora(CheckFiles.of(CorpusPart.DEV, List.of(sentences))).sentences());
  }

  private static Sentence sentence(String text, Span... spans) {
    return new Sentence(List.of(text.split(" ")), List.of(spans));
  }

  @Test
  void kindsOfFaults() {
    String text = "Then Ann Berg went by train to Oslo again .";
    Span ann = new Span("per", 1, 3);
    Span oslo = new Span("geo", 7, 8);
    List<Doubt> doubts =
        ask(
            List.of(SURE),
            sentence(text, ann, oslo),
            sentence(text, ann),
            sentence(text, ann, new Span("per", 5, 6), oslo),
            sentence(text, new Span("geo", 1, 3), oslo),
            sentence(text, ann, new Span("geo", 7, 9)));
    List<Doubt> doubted =
        DoubtRanking.surestFirst(doubts).stream().filter(Doubt::isDoubted).toList();
    assertEquals(2 + 2 + 3 + 2 + 2, doubts.size());
    assertEquals(
        Set.of("missing", "spurious", "type", "bounds"),
        Set.copyOf(doubted.stream().map(Doubt::kind).toList()));
    assertEquals(4, doubted.size());
    for (Doubt doubt : doubted) {
      assertTrue(doubt.annotatedProbability() < 0.01, doubt.toString());
      assertTrue(doubt.insteadProbability() > 0.95, doubt.toString());
    }
    Doubt missing =
        doubted.stream().filter(d -> d.kind().equals("missing")).findAny().orElseThrow();
    assertEquals(List.of(), missing.annotated());
    assertEquals(List.of(oslo), missing.instead());
  }

  /** The surer the model, the further ahead its doubt. */
  @Test
  void theLeastProbableAnnotationsComeFirst() {
    Lexicon unsure = new Lexicon(Map.of("Ann", "B-per"), 2);
    List<Doubt> doubts = new ArrayList<>(ask(List.of(unsure), sentence("yes Ann came home today")));
    doubts.addAll(ask(List.of(SURE), sentence("yes Ann came home today")));
    List<Doubt> sorted = DoubtRanking.surestFirst(doubts);
    assertEquals(doubts.get(1), sorted.get(0));
    assertTrue(sorted.get(0).annotatedProbability() < sorted.get(1).annotatedProbability());
  }

  /** Two models that say the opposite with the same score find both halves equally likely. */
  @Test
  void theMeanOfSeveralModelsCounts() {
    Lexicon other = new Lexicon(Map.of("Ann", "B-geo"), 8);
    Doubt doubt =
        ask(
                List.of(new Lexicon(Map.of("Ann", "B-per"), 8), other),
                sentence("yes Ann came home today", new Span("per", 1, 2)))
            .get(0);
    assertEquals(doubt.insteadProbability(), doubt.annotatedProbability(), 1e-6);
    assertEquals(0.5, doubt.annotatedProbability(), 0.01);
  }

  @Test
  void whatAModelCannotJudgeIsPassedOver() {
    Sentence unknownType = sentence("yes Ann came home today", new Span("ship", 1, 2));
    Sentence open =
        new Sentence(
            List.of("yes", "Ann", "came", "home", "today"),
            List.of(),
            List.of(Set.of(), Set.of("per"), Set.of(), Set.of(), Set.of()),
            List.of(),
            Optional.empty());
    assertEquals(List.of(), ask(List.of(SURE), unknownType, open));
  }

  /** Quotation marks are not shown to a network; spans are those of the sentence all the same. */
  @Test
  void spansAreThoseOfTheSentence() {
    Doubt doubt =
        ask(List.of(SURE), sentence("\" yes \" , \" Ann Berg \" came home today .")).get(0);
    assertEquals(List.of(new Span("per", 5, 7)), doubt.instead());
  }
}
