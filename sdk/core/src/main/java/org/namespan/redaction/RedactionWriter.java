package org.namespan.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a text with its names replaced, and the map that restores them. Used once. */
final class RedactionWriter {

  /** Stands for what takes the place of a name: neither a blank nor part of a word. */
  private static final String REPLACEMENT = "\uFFFC";

  private final String text;
  private final List<NameSpan> spans;
  private final Operator operator;
  private final Map<String, String> originals = new LinkedHashMap<>();

  /** By how a name with markup is written, that markup around {@link #REPLACEMENT}. */
  private final Map<String, String> kept = new HashMap<>();

  /**
   * A writer.
   *
   * @param spans in text order, of names that have no replacements yet
   */
  RedactionWriter(String text, List<NameSpan> spans, Operator operator) {
    this.text = text;
    this.spans = spans;
    this.operator = operator;
  }

  /**
   * Writes the text.
   *
   * @param markup inside of names that is kept; null to keep none
   */
  Redaction write(@Nullable InnerMarkup markup) {
    Set<String> taken = new HashSet<>();
    if (operator.isReversible()) {
      keepPlaceholders(taken);
    }
    Replacer replacer = operator.begin(text, taken);
    StringBuilder redacted = new StringBuilder(text.length());
    int at = 0;
    for (NameSpan span : spans) {
      String written = text.substring(span.start(), span.end());
      Map<String, String> forms = span.name().forms();
      @Nullable String replacement = forms.get(written);
      if (replacement == null) {
        @Nullable MarkedName marked = markup == null ? null : markup.find(span.start(), span.end());
        replacement = replace(span.name(), written, marked, replacer);
        forms.put(written, replacement);
      }
      redacted.append(text, at, span.start()).append(replacement);
      at = span.end();
    }
    redacted.append(text, at, text.length());
    int lost = operator.isReversible() ? 0 : spans.size();
    return new Redaction(redacted.toString(), new RedactionMap(originals, lost), spans.size());
  }

  private String replace(
      Name name, String written, @Nullable MarkedName marked, Replacer replacer) {
    String words = marked == null ? written : marked.words();
    String replacement = replacer.replace(name, words, name.forms().size() + 1);
    if (marked == null) {
      keep(replacement, written);
      return replacement;
    }
    String around = marked.around(replacement);
    keep(around, written);
    // For a text in which another program has left the markup out.
    keep(replacement, words);
    kept.put(written, marked.around(REPLACEMENT));
    return around;
  }

  private void keep(String replacement, String original) {
    if (operator.isReversible()) {
      originals.put(replacement, original);
    }
  }

  /** Whether markup was kept. */
  boolean hasKeptMarkup() {
    return !kept.isEmpty();
  }

  /** The text that was written, with one sign for what takes the place of each name. */
  String outside() {
    StringBuilder outside = new StringBuilder(text.length());
    int at = 0;
    for (NameSpan span : spans) {
      String written = text.substring(span.start(), span.end());
      outside.append(text, at, span.start()).append(kept.getOrDefault(written, REPLACEMENT));
      at = span.end();
    }
    return outside.append(text, at, text.length()).toString();
  }

  /** What looks like a placeholder stands for itself, and none of ours looks so. */
  private void keepPlaceholders(Set<String> taken) {
    for (int start = text.indexOf('['); start >= 0; start = text.indexOf('[', start + 1)) {
      int end = Placeholder.end(text, start);
      if (end > 0) {
        originals.put(text.substring(start, end), text.substring(start, end));
        taken.add(Placeholder.stem(text, start, end));
      }
    }
  }
}
