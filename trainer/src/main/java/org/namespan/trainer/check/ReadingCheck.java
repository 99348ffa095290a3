package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.namespan.model.tag.Span;
import org.namespan.trainer.check.CheckedCorpora.Located;
import org.namespan.trainer.corpus.Sentence;

/**
 * Finds strings of tokens that are annotated in several ways: with several types, or here and
 * elsewhere not. The more often the common reading stands beside the rare one, the likelier the
 * rare one is wrong; those come first.
 */
public final class ReadingCheck implements CorpusCheck {

  /** A string is mostly annotated if it is so often... */
  static final int MARKED = 5;

  /** ... and so many times as often as not. */
  static final int MARKED_RATIO = 5;

  /** A span and where it stands. */
  private record Mention(Located located, Span span) {

    Quote quote(List<Span> shown) {
      Sentence sentence = located.sentence();
      return new Quote(
          located.place(span.start()),
          MarkedText.around(sentence.tokens(), shown, span.start(), span.end()));
    }
  }

  @Override
  public List<Finding> run(CheckedCorpora corpora) {
    Map<String, Map<String, List<Mention>>> readings = new LinkedHashMap<>();
    Map<String, Integer> longest = new HashMap<>();
    List<Located> sentences = corpora.sentences();
    for (Located located : sentences) {
      List<String> tokens = located.sentence().tokens();
      for (Span span : located.sentence().spans()) {
        readings
            .computeIfAbsent(text(tokens, span.start(), span.end()), key -> new LinkedHashMap<>(2))
            .computeIfAbsent(span.type(), key -> new ArrayList<>(1))
            .add(new Mention(located, span));
        longest.merge(tokens.get(span.start()), span.end() - span.start(), Math::max);
      }
    }
    return List.of(
        new Finding(FindingKind.SEVERAL_TYPES, severalTypes(readings)),
        new Finding(FindingKind.UNMARKED, unmarked(sentences, readings, longest)));
  }

  private static List<Case> severalTypes(Map<String, Map<String, List<Mention>>> readings) {
    record Ranked(double ratio, Case found) {}
    List<Ranked> ranked = new ArrayList<>();
    readings.forEach(
        (text, byType) -> {
          if (byType.size() > 1) {
            List<Map.Entry<String, List<Mention>>> types = new ArrayList<>(byType.entrySet());
            types.sort(Comparator.comparing(type -> -type.getValue().size()));
            List<Quote> quotes = new ArrayList<>();
            Map<String, Integer> counts = new LinkedHashMap<>();
            types.forEach(type -> counts.put(type.getKey(), type.getValue().size()));
            for (int i = types.size() - 1; i > 0; i--) {
              types.get(i).getValue().forEach(m -> quotes.add(m.quote(List.of(m.span()))));
            }
            int rarest = types.get(types.size() - 1).getValue().size();
            int commonest = types.get(0).getValue().size();
            String summary =
                counts.entrySet().stream()
                    .map(count -> count.getKey() + " " + count.getValue())
                    .collect(Collectors.joining(", "));
            ranked.add(
                new Ranked(
                    (double) commonest / rarest,
                    new Case(
                        text + ": " + summary, Map.of("text", text, "types", counts), quotes)));
          }
        });
    ranked.sort(Comparator.comparing(each -> -each.ratio()));
    return ranked.stream().map(Ranked::found).toList();
  }

  private static List<Case> unmarked(
      List<Located> sentences,
      Map<String, Map<String, List<Mention>>> readings,
      Map<String, Integer> longest) {
    Map<String, List<Mention>> outside = new LinkedHashMap<>();
    for (Located located : sentences) {
      forEachUnmarked(
          located.sentence(),
          readings,
          longest,
          (text, span) ->
              outside
                  .computeIfAbsent(text, key -> new ArrayList<>(1))
                  .add(new Mention(located, span)));
    }
    record Ranked(double ratio, Case found) {}
    List<Ranked> ranked = new ArrayList<>();
    outside.forEach(
        (text, mentions) -> {
          int marked = count(readings.get(text));
          if (marked >= MARKED_RATIO * mentions.size()) {
            ranked.add(
                new Ranked(
                    (double) marked / mentions.size(),
                    new Case(
                        text + ": annotated " + marked + " times, not " + mentions.size(),
                        Map.of("text", text, "annotated", marked, "not", mentions.size()),
                        mentions.stream()
                            .map(m -> m.quote(m.located().sentence().spans()))
                            .toList())));
          }
        });
    ranked.sort(Comparator.comparing(each -> -each.ratio()));
    return ranked.stream().map(Ranked::found).toList();
  }

  private interface Unmarked {
    void accept(String text, Span where);
  }

  /** Outside of spans, the longest strings that are spans elsewhere, from left to right. */
  private static void forEachUnmarked(
      Sentence sentence,
      Map<String, Map<String, List<Mention>>> readings,
      Map<String, Integer> longest,
      Unmarked found) {
    List<String> tokens = sentence.tokens();
    int next = 0;
    for (int t = 0; t < tokens.size(); ) {
      while (next < sentence.spans().size() && sentence.spans().get(next).end() <= t) {
        next++;
      }
      int outsideUntil =
          next < sentence.spans().size() ? sentence.spans().get(next).start() : tokens.size();
      int end = Math.min(outsideUntil, t + longest.getOrDefault(tokens.get(t), 0));
      Optional<Span> known = Optional.empty();
      for (; end > t && known.isEmpty(); end--) {
        String text = text(tokens, t, end);
        int marked = count(readings.getOrDefault(text, Map.of()));
        if (marked >= MARKED && isClosed(sentence, t, end)) {
          known = Optional.of(new Span("O", t, end));
          found.accept(text, known.get());
        }
      }
      t = known.map(Span::end).orElse(t + 1);
    }
  }

  /** Whether the corpus says that there is no entity, rather than leaving types open. */
  private static boolean isClosed(Sentence sentence, int start, int end) {
    for (int t = start; t < end; t++) {
      if (!sentence.openTypes(t).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static int count(Map<String, List<Mention>> byType) {
    return byType.values().stream().mapToInt(List::size).sum();
  }

  private static String text(List<String> tokens, int start, int end) {
    return end - start == 1 ? tokens.get(start) : String.join(" ", tokens.subList(start, end));
  }
}
