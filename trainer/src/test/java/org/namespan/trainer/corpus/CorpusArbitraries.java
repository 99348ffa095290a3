package org.namespan.trainer.corpus;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.namespan.model.tag.Span;

/** Generated sentences. */
final class CorpusArbitraries {
  private CorpusArbitraries() {}

  /** Tokens of any characters, the troublesome ones among them. */
  static Arbitrary<String> tokens() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "#",
            "# a",
            "#O",
            "\"",
            ",",
            " ",
            "  x ",
            "O",
            "B-per",
            "None",
            "\u00A0",
            "\u0085",
            "\u2028",
            "\uFFFD",
            "1-2",
            "-DOCSTART",
            "👩🏽‍🚀",
            "e\u0301");
    Arbitrary<String> any = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(6);
    return Arbitraries.oneOf(odd, any).filter(t -> Sentence.isToken(t) && !t.startsWith("\uFEFF"));
  }

  /** Sentences of such tokens with random spans, some of them touching. */
  static Arbitrary<Sentence> sentences(Arbitrary<String> tokens) {
    Arbitrary<List<Integer>> cuts = Arbitraries.integers().between(0, 5).list().ofSize(8);
    return Combinators.combine(tokens.list().ofMinSize(1).ofMaxSize(8), cuts)
        .as((words, choices) -> Sentence.of(words, spans(choices, words.size()), 0));
  }

  private static List<Span> spans(List<Integer> choices, int length) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int choice : choices) {
      int end = Math.min(length, start + 1 + choice / 3);
      if (start < end && choice % 3 > 0) {
        spans.add(new Span(choice % 3 == 1 ? "per" : "creative-work", start, end));
      }
      start = end;
    }
    return spans;
  }
}
