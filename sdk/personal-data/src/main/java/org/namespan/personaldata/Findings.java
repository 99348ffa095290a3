package org.namespan.personaldata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** What detectors find in a text. Of findings that overlap the longest stays, then the first. */
final class Findings {

  private final PlainText text;
  private final List<Span> spans = new ArrayList<>();

  Findings(PlainText text) {
    this.text = text;
  }

  /** Adds what stands from one place to another, which is not empty. */
  void add(PersonalDataType type, int from, int to) {
    spans.add(new Span(text.start(from), text.end(to), type.type()));
  }

  /** In text order, none overlapping. */
  Span[] toArray() {
    List<Span> ordered = new ArrayList<>(spans);
    Collections.sort(ordered, (a, b) -> Integer.compare(b.length(), a.length()));
    TreeMap<Integer, Span> free = new TreeMap<>();
    for (Span span : ordered) {
      Map.@Nullable Entry<Integer, Span> before = free.lowerEntry(span.getEnd());
      if (before == null || before.getValue().getEnd() <= span.getStart()) {
        free.put(span.getStart(), span);
      }
    }
    return free.values().toArray(new Span[0]);
  }
}
