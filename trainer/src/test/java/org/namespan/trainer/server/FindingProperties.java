package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Overlapping findings, against the pairwise comparison that Presidio's rules are stated as. */
class FindingProperties {

  private static final String TEXT = "a b  c d\te f   g hi jk l m";

  @Provide
  Arbitrary<List<Finding>> findings() {
    Arbitrary<Integer> starts = Arbitraries.integers().between(0, TEXT.length() - 1);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 9);
    return Combinators.combine(
            Arbitraries.of("A", "B", "C"), starts, lengths, Arbitraries.of(0.1, 0.5, 0.9))
        .as(
            (type, start, length, score) -> {
              int end = Math.min(TEXT.length(), start + length);
              return new Finding(type, start, end, score);
            })
        .list()
        .ofMaxSize(12);
  }

  private static boolean overlap(Finding a, Finding b) {
    return Math.min(a.end(), b.end()) > Math.max(a.start(), b.start());
  }

  private static boolean contains(Finding a, Finding b) {
    return a.start() <= b.start() && a.end() >= b.end();
  }

  private static boolean same(Finding a, Finding b) {
    return a.start() == b.start() && a.end() == b.end();
  }

  /** Joins two that share a type and a place until none do, then asks of each pair. */
  private static List<Finding> bruteForce(List<Finding> findings) {
    List<Finding> merged = new ArrayList<>(findings);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < merged.size() && !changed; i++) {
        for (int j = i + 1; j < merged.size() && !changed; j++) {
          Finding a = merged.get(i);
          Finding b = merged.get(j);
          if (a.type().equals(b.type()) && overlap(a, b)) {
            merged.set(
                i,
                new Finding(
                    a.type(),
                    Math.min(a.start(), b.start()),
                    Math.max(a.end(), b.end()),
                    Math.max(a.score(), b.score())));
            merged.remove(j);
            changed = true;
          }
        }
      }
    }
    List<Finding> whole = new ArrayList<>();
    for (Finding each : merged) {
      boolean beaten = false;
      for (Finding other : merged) {
        if (other != each) {
          beaten |= same(each, other) ? each.score() < other.score() : contains(other, each);
        }
      }
      if (!beaten) {
        whole.add(each);
      }
    }
    whole.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::type));
    return whole;
  }

  @Property(tries = 3000)
  void whatIsLeftIsWhatPairsLeave(@ForAll("findings") List<Finding> findings) {
    // No spaces, which would join neighbours.
    List<Finding> found = Finding.resolve(findings, "x".repeat(TEXT.length()));
    List<Finding> expected = bruteForce(findings);
    // Of two at one place with one score either may stay.
    assertEquals(
        expected.stream()
            .map(f -> f.start() + ".." + f.end() + " " + f.score())
            .distinct()
            .toList(),
        found.stream().map(f -> f.start() + ".." + f.end() + " " + f.score()).toList());
    for (Finding each : found) {
      assertTrue(expected.contains(each), each.toString());
    }
  }

  @Property(tries = 3000)
  void neighboursOfOneTypeAreOneAndEverythingStaysCovered(
      @ForAll("findings") List<Finding> findings) {
    List<Finding> found = Finding.resolve(findings, TEXT);
    for (int i = 1; i < found.size(); i++) {
      Finding before = found.get(i - 1);
      Finding after = found.get(i);
      String between = TEXT.substring(Math.min(before.end(), after.start()), after.start());
      assertTrue(!between.matches(" +") || !before.type().equals(after.type()));
    }
    for (Finding each : findings) {
      for (int at = each.start(); at < each.end(); at++) {
        int place = at;
        assertTrue(found.stream().anyMatch(f -> f.start() <= place && place < f.end()));
      }
    }
  }
}
