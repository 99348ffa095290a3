package org.namespan.classification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.namespan.model.decode.ClassDecoder;
import org.namespan.model.feature.TextEncoder;
import org.namespan.model.session.ClassScorer;
import org.namespan.model.session.ClassifierSession;
import org.namespan.model.text.TextTokenizer;
import org.namespan.model.text.Token;

/**
 * From texts to classes: clean, split, encode, score, decode. Owns its session; safe for use by
 * many threads until closed.
 */
final class ClassifyingPipeline implements AutoCloseable {

  /** Texts of so many tokens share their batches, and few more are held encoded. */
  private static final int TOKENS_AT_ONCE = 65_536;

  private final ClassifierSession session;
  private final TextTokenizer tokenizer;
  private final TextEncoder encoder;
  private final ClassScorer scorer;
  private final ClassDecoder decoder;
  private final List<String> classes;

  /**
   * @param session closed with this, but not if this constructor fails
   */
  ClassifyingPipeline(ClassifierSession session, ClassifierOptions options) {
    this.session = session;
    this.tokenizer = session.tokenizer().withLayout(options.layout());
    this.encoder = new TextEncoder(session.features());
    this.scorer = new ClassScorer(session, options.windowTokens(), options.batchSize());
    this.decoder = session.metadata().decoder();
    this.classes = session.metadata().classes();
  }

  /** What the model makes of each text. */
  List<Classification> classify(Collection<String> texts) {
    List<Classification> found = new ArrayList<>(texts.size());
    List<List<Token>> waiting = new ArrayList<>();
    int tokens = 0;
    for (String text : texts) {
      List<Token> read = TextTokenizer.read(tokenizer.tokens(text));
      waiting.add(read);
      tokens += read.size();
      if (tokens >= TOKENS_AT_ONCE) {
        classifyTokens(waiting, found);
        waiting.clear();
        tokens = 0;
      }
    }
    classifyTokens(waiting, found);
    return found;
  }

  private void classifyTokens(List<List<Token>> texts, List<Classification> found) {
    for (double[] scores : scorer.scores(encoder.encode(texts))) {
      found.add(classification(scores));
    }
  }

  private Classification classification(double[] scores) {
    List<Integer> order = new ArrayList<>(scores.length);
    for (int c = 0; c < scores.length; c++) {
      order.add(c);
    }
    order.sort(Comparator.comparingDouble(c -> -scores[c]));
    List<Integer> had = decoder.classes(scores);
    List<String> names = new ArrayList<>(had.size());
    List<ScoredClass> scored = new ArrayList<>(scores.length);
    for (int c : order) {
      scored.add(new ScoredClass(classes.get(c), scores[c]));
      if (had.contains(c)) {
        names.add(classes.get(c));
      }
    }
    return new Classification(names, scored);
  }

  /**
   * What each token does to the score of a class: how much it falls without the token.
   *
   * @param name of the class
   * @throws IllegalArgumentException if the model has no such class
   */
  List<TokenInfluence> explain(String text, String name) {
    int explained = classes.indexOf(name);
    if (explained < 0) {
      throw new IllegalArgumentException("class '" + name + "', expected one of " + classes);
    }
    List<Token> tokens = tokenizer.tokens(text);
    double whole = score(Collections.singletonList(TextTokenizer.read(tokens)), explained)[0];
    int atOnce = Math.max(1, TOKENS_AT_ONCE / Math.max(1, tokens.size()));
    List<TokenInfluence> influences = new ArrayList<>(tokens.size());
    for (int from = 0; from < tokens.size(); from += atOnce) {
      int to = Math.min(from + atOnce, tokens.size());
      List<List<Token>> shortened = new ArrayList<>(to - from);
      for (int t = from; t < to; t++) {
        List<Token> others = new ArrayList<>(tokens);
        others.remove(t);
        shortened.add(TextTokenizer.read(others));
      }
      double[] without = score(shortened, explained);
      for (int t = from; t < to; t++) {
        Token token = tokens.get(t);
        influences.add(
            new TokenInfluence(
                text.substring(token.start(), token.end()),
                token.start(),
                token.end(),
                whole - without[t - from]));
      }
    }
    return influences;
  }

  private double[] score(List<List<Token>> texts, int index) {
    double[][] scores = scorer.scores(encoder.encode(texts));
    double[] ofClass = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      ofClass[i] = scores[i][index];
    }
    return ofClass;
  }

  @Override
  public void close() {
    session.close();
  }
}
