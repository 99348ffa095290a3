package org.namespan.trainer.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

/** 32 sentences of people in places, of which one name is both. */
final class TinyCorpus {

  private TinyCorpus() {}

  /**
   * The corpus.
   *
   * @param days how many words of time each sentence, by its number, begins with
   * @param lines from the first token of a sentence to that of the next
   */
  static Corpus of(IntUnaryOperator days, int lines) {
    String[] people = {"Ann", "Bo Li", "Mary Ann Smith", "Otto"};
    String[] places = {"Oslo", "New York", "Paris", "Otto"};
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      List<String> tokens = new ArrayList<>();
      List<Tag> tags = new ArrayList<>();
      for (int k = days.applyAsInt(i); k > 0; k--) {
        add(tokens, tags, i % 3 == 0 ? "yesterday" : "today", "");
      }
      add(tokens, tags, "said", "");
      add(tokens, tags, people[i % 4], "per");
      add(tokens, tags, "in", "");
      add(tokens, tags, places[i / 4 % 4], "geo");
      add(tokens, tags, i % 2 == 0 ? "." : "!", "");
      sentences.add(Sentence.of(tokens, TagScheme.BIO.decode(tags), lines * i + 1));
    }
    return new Corpus("tiny.conll", sentences, 0);
  }

  private static void add(List<String> tokens, List<Tag> tags, String words, String type) {
    char prefix = 'B';
    for (String word : words.split(" ")) {
      tokens.add(word);
      tags.add(type.isEmpty() ? Tag.OUTSIDE : new Tag(prefix, type));
      prefix = 'I';
    }
  }
}
