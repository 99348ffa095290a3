package org.namespan.examples.spark.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;

/** A tagger, and how it reads text. Owns the tagger. */
public final class TaggerModel implements SharedModel {

  private final EntityTagger tagger;
  private final TextSplitter splitter;
  private final FeatureRecipe recipe;

  private TaggerModel(EntityTagger tagger, TextSplitter splitter, FeatureRecipe recipe) {
    this.tagger = tagger;
    this.splitter = splitter;
    this.recipe = recipe;
  }

  /** Loads a model, as {@link ModelFiles#open} finds it. */
  static TaggerModel load(String model, TaggerOptions options) throws IOException {
    try (TaggerSession session = openSession(model)) {
      return new TaggerModel(
          openTagger(model, options), session.splitter(), session.metadata().recipe());
    }
  }

  private static TaggerSession openSession(String model) throws IOException {
    try (InputStream file = ModelFiles.open(model)) {
      return TaggerSession.open(file);
    }
  }

  private static EntityTagger openTagger(String model, TaggerOptions options) throws IOException {
    return ModelFiles.isFile(model)
        ? EntityTagger.load(ModelFiles.find(model), options)
        : EntityTagger.bundled(model, options);
  }

  /** Finds entities. */
  public EntityTagger tagger() {
    return tagger;
  }

  /** Takes text apart as the tagger does. */
  public TextSplitter splitter() {
    return splitter;
  }

  /** Tells the forms in which words are looked up. */
  public FeatureRecipe recipe() {
    return recipe;
  }

  @Override
  public int countTokens(String text) {
    int tokens = 0;
    for (List<Token> sentence : splitter.split(text)) {
      tokens += sentence.size();
    }
    return tokens;
  }

  @Override
  public void close() {
    tagger.close();
  }
}
