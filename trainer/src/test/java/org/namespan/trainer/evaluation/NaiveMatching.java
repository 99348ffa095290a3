package org.namespan.trainer.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.namespan.model.tag.Span;

/**
 * The schemes as nervaluate's documentation tells them, scheme by scheme and token by token, to
 * compare {@link MatchScores} with.
 *
 * <p>Columns of counts: correct, incorrect, partial, missed, spurious.
 */
final class NaiveMatching {

  private static final String ALL = "";

  private final MatchScheme scheme;

  /** Counts by type, {@link #ALL} for all of them. */
  private final Map<String, long[]> counts = new TreeMap<>();

  NaiveMatching(MatchScheme scheme) {
    this.scheme = scheme;
  }

  void sentence(List<Span> gold, List<Span> predicted) {
    boolean[] taken = new boolean[gold.size()];
    for (Span answer : predicted) {
      int[] free =
          IntStream.range(0, gold.size())
              .filter(i -> !taken[i] && tokens(gold.get(i)).anyMatch(t -> covers(answer, t)))
              .toArray();
      Optional<Integer> choice = Arrays.stream(free).boxed().findFirst();
      if (scheme == MatchScheme.TYPE) {
        Optional<Integer> sameType =
            Arrays.stream(free)
                .boxed()
                .filter(i -> gold.get(i).type().equals(answer.type()))
                .min(Comparator.comparingInt(i -> ends(gold.get(i), answer)));
        choice = sameType.isPresent() ? sameType : choice;
      }
      if (choice.isEmpty()) {
        count(answer.type(), 4);
      } else {
        taken[choice.get()] = true;
        Span truth = gold.get(choice.get());
        count(truth.type(), column(truth, answer));
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        count(gold.get(i).type(), 3);
      }
    }
  }

  private int column(Span truth, Span answer) {
    boolean sameTokens = tokens(truth).boxed().toList().equals(tokens(answer).boxed().toList());
    boolean sameType = truth.type().equals(answer.type());
    if (scheme == MatchScheme.STRICT) {
      return sameTokens && sameType ? 0 : 1;
    }
    if (scheme == MatchScheme.EXACT) {
      return sameTokens ? 0 : 1;
    }
    if (scheme == MatchScheme.PARTIAL) {
      return sameTokens ? 0 : 2;
    }
    return sameType ? 0 : 1;
  }

  private void count(String type, int column) {
    for (String row : List.of(ALL, type)) {
      counts.computeIfAbsent(row, key -> new long[5])[column]++;
    }
  }

  private static IntStream tokens(Span span) {
    return IntStream.range(span.start(), span.end());
  }

  private static boolean covers(Span span, int token) {
    return tokens(span).anyMatch(t -> t == token);
  }

  private static int ends(Span one, Span other) {
    return Math.abs(one.start() - other.start()) + Math.abs(one.end() - other.end());
  }

  MatchScores scores() {
    Map<String, long[]> types = new TreeMap<>(counts);
    long[] all = types.remove(ALL);
    TreeMap<String, MatchCounts> perType = new TreeMap<>();
    types.forEach((type, row) -> perType.put(type, toCounts(row)));
    return new MatchScores(toCounts(all == null ? new long[5] : all), perType);
  }

  private static MatchCounts toCounts(long[] row) {
    return new MatchCounts(row[0], row[1], row[2], row[3], row[4]);
  }
}
