package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<Located> sentences = corpora.sentences();
    for (Located located : sentences) {
      List<String> tokens = located.sentence().tokens();
      for (Span span : located.sentence().spans()) {
        readings
            .computeIfAbsent(text(tokens, span.start(), span.end()), key -> new LinkedHashMap<>(2))
            .computeIfAbsent(span.type(), key -> new ArrayList<>(1))
            .add(new Mention(located, span));
      }
    }
    return List.of(
        new Finding(FindingKind.SEVERAL_TYPES, severalTypes(readings)),
        new Finding(FindingKind.UNMARKED, unmarked(sentences, Marked.of(readings))));
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

  /**
   * Strings that are annotated often.
   *
   * @param counts how often
   * @param longest by first token, tokens of the longest of them
   */
  private record Marked(Map<String, Integer> counts, Map<String, Integer> longest) {

    static Marked of(Map<String, Map<String, List<Mention>>> readings) {
      Marked marked = new Marked(new HashMap<>(), new HashMap<>());
      readings.forEach(
          (text, byType) -> {
            int count = byType.values().stream().mapToInt(List::size).sum();
            if (count >= MARKED) {
              Mention any = byType.values().iterator().next().get(0);
              Span span = any.span();
              marked.counts.put(text, count);
              marked.longest.merge(
                  any.located().sentence().tokens().get(span.start()),
                  span.end() - span.start(),
                  Math::max);
            }
          });
      return marked;
    }
  }

  private static List<Case> unmarked(List<Located> sentences, Marked marked) {
    Map<String, List<Mention>> outside = new LinkedHashMap<>();
    for (Located located : sentences) {
      forEachUnmarked(
          located.sentence(),
          marked,
          (text, span) ->
              outside
                  .computeIfAbsent(text, key -> new ArrayList<>(1))
                  .add(new Mention(located, span)));
    }
    record Ranked(double ratio, Case found) {}
    List<Ranked> ranked = new ArrayList<>();
    outside.forEach(
        (text, mentions) -> {
          int count = marked.counts().getOrDefault(text, 0);
          if (count >= MARKED_RATIO * mentions.size()) {
            ranked.add(
                new Ranked(
                    (double) count / mentions.size(),
                    new Case(
                        text + ": annotated " + count + " times, not " + mentions.size(),
                        Map.of("text", text, "annotated", count, "not", mentions.size()),
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
  private static void forEachUnmarked(Sentence sentence, Marked marked, Unmarked found) {
    List<String> tokens = sentence.tokens();
    List<Span> spans = sentence.spans();
    int next = 0;
    for (int t = 0; t < tokens.size(); ) {
      while (next < spans.size() && spans.get(next).end() <= t) {
        next++;
      }
      int outsideUntil = next < spans.size() ? spans.get(next).start() : tokens.size();
      int end = Math.min(outsideUntil, t + marked.longest().getOrDefault(tokens.get(t), 0));
      while (end > t && !isMarked(sentence, t, end, marked)) {
        end--;
      }
      if (end > t) {
        found.accept(text(tokens, t, end), new Span("O", t, end));
      }
      t = Math.max(end, t + 1);
    }
  }

  private static boolean isMarked(Sentence sentence, int start, int end, Marked marked) {
    return marked.counts().containsKey(text(sentence.tokens(), start, end))
        && isClosed(sentence, start, end);
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

  private static String text(List<String> tokens, int start, int end) {
    return end - start == 1 ? tokens.get(start) : String.join(" ", tokens.subList(start, end));
  }
}
