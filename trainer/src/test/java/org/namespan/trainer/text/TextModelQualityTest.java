package org.namespan.trainer.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;
import org.namespan.trainer.SharedData;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;

/** How well text is split by what is learned from the first 33,570 sentences of GMB. */
@Tag("slow")
class TextModelQualityTest {

  private static final int TRAIN = 33_570;
  private static final int SENTENCES_PER_TEXT = 8;

  private static List<List<String>> dev;
  private static TextModels models;
  private static TextSplitter splitter;

  @BeforeAll
  static void learn() throws IOException {
    List<Sentence> sentences =
        CorpusFormats.read(SharedData.require("gmb/ner_dataset.csv.gz")).sentences();
    dev =
        sentences.subList(TRAIN, sentences.size()).stream()
            .map(TextModelQualityTest::tokens)
            .toList();
    models = TextModelLearner.learn(sentences.subList(0, TRAIN), "en");
    splitter = TextSplitter.of(models);
  }

  /** A token with a no-break space in it is taken as several. */
  private static List<String> tokens(Sentence sentence) {
    return sentence.tokens().stream()
        .flatMap(token -> Stream.of(token.replace('\u00A0', ' ').split(" ")))
        .toList();
  }

  @Test
  void modelsAreSmall() {
    assertTrue(models.tokenizerModel().length + models.sentenceModel().length < 300_000);
  }

  @Test
  void findsTheTokensOfSentencesNeverSeen() {
    Score score = new Score();
    int exact = 0;
    for (List<String> sentence : dev) {
      AlignedText joined = new Detokenizer().join(sentence);
      Set<Integer> found = innerBoundaries(flat(splitter.split(joined.text())));
      Set<Integer> gold = innerBoundaries(joined.tokens());
      exact += found.equals(gold) ? 1 : 0;
      score.count(found, gold);
    }
    score.check("token boundaries", 0.995);
    assertTrue(exact > 0.985 * dev.size(), exact + " sentences exact of " + dev.size());
  }

  /** Text of the web as its writers typed it: learned from it, more sentences come out right. */
  @Test
  void learnsMoreFromRealTextThanFromJoinedTokens() throws IOException {
    List<Sentence> train =
        CorpusFormats.read(SharedData.require("uner-ewt/en_ewt-ud-train.iob2")).sentences();
    List<Sentence> withoutText = train.stream().map(s -> s.withTokens(s.tokens())).toList();
    List<AlignedText> texts =
        CorpusFormats.read(SharedData.require("uner-ewt/en_ewt-ud-dev.iob2")).sentences().stream()
            .map(sentence -> sentence.text().orElseThrow())
            .toList();
    double real = shareSplitRight(TextModelLearner.learn(train, "en"), texts);
    double joined = shareSplitRight(TextModelLearner.learn(withoutText, "en"), texts);
    assertTrue(real > 0.94 && joined < real - 0.02, real + " exact, of joined tokens " + joined);
  }

  private static double shareSplitRight(TextModels learned, List<AlignedText> texts) {
    TextSplitter split = TextSplitter.of(learned);
    return texts.stream()
            .filter(text -> flat(split.split(text.text())).equals(text.tokens()))
            .count()
        / (double) texts.size();
  }

  @Test
  void leavesTokenisedSentencesAsTheyAre() {
    long same =
        dev.stream()
            .filter(
                sentence ->
                    flat(splitter.split(String.join(" ", sentence))).stream()
                        .map(Token::text)
                        .toList()
                        .equals(sentence))
            .count();
    assertTrue(same > 0.995 * dev.size(), same + " sentences same of " + dev.size());
  }

  @Test
  void findsTheSentencesOfTextNeverSeen() {
    Score score = new Score();
    for (int i = 0; i < dev.size(); i += SENTENCES_PER_TEXT) {
      StringBuilder text = new StringBuilder();
      Set<Integer> gold = new HashSet<>();
      for (List<String> sentence : dev.subList(i, Math.min(dev.size(), i + SENTENCES_PER_TEXT))) {
        text.append(new Detokenizer().join(sentence).text());
        gold.add(text.length());
        text.append(' ');
      }
      Set<Integer> found =
          splitter.split(text.toString()).stream()
              .map(sentence -> sentence.get(sentence.size() - 1).end())
              .collect(Collectors.toSet());
      found.remove(text.length() - 1);
      gold.remove(text.length() - 1);
      score.count(found, gold);
    }
    score.check("sentence boundaries", 0.99);
  }

  private static List<Token> flat(List<List<Token>> sentences) {
    return sentences.stream().flatMap(List::stream).toList();
  }

  /** Where tokens meet without white space: the only boundaries that are hard to find. */
  private static Set<Integer> innerBoundaries(List<Token> tokens) {
    Set<Integer> boundaries = new HashSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i - 1).end() == tokens.get(i).start()) {
        boundaries.add(tokens.get(i).start());
      }
    }
    return boundaries;
  }

  /** Counts what was found and right, found, and to be found. */
  private static final class Score {
    private int right;
    private int found;
    private int gold;

    void count(Set<Integer> foundNow, Set<Integer> goldNow) {
      right += (int) foundNow.stream().filter(goldNow::contains).count();
      found += foundNow.size();
      gold += goldNow.size();
    }

    void check(String what, double atLeast) {
      double f1 = 2.0 * right / (found + gold);
      assertTrue(f1 > atLeast, what + ": F1 " + f1 + ", wanted " + atLeast);
    }
  }
}
