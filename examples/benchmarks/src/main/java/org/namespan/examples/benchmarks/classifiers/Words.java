package org.namespan.examples.benchmarks.classifiers;

import java.util.List;
import java.util.Locale;
import org.namespan.model.text.TextCleaner;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.TextTokenizer;
import org.namespan.model.text.Token;

/** The words that categorizers of words read: tokens as NameSpan splits them, in lower case. */
final class Words {

  private final TextTokenizer tokenizer;

  Words(TextModels models) {
    tokenizer = new TextTokenizer(new TextCleaner(List.of()), TextSplitter.of(models));
  }

  String[] of(String text) {
    return tokenizer.tokens(text).stream()
        .map(Token::text)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }
}
