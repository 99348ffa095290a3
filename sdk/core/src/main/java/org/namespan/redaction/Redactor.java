package org.namespan.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * Replaces the names of a text, so that it can be given to others, and put back together when it
 * returns.
 *
 * <pre>{@code
 * Redactor redactor = new Redactor(tagger);
 * Redaction redaction = redactor.redact("Barack Obama's speech: OBAMA spoke. Obama left Thailand.");
 * redaction.text(); // [PERSON_1]'s speech: [PERSON_2] spoke. [PERSON_2-2] left [LOCATION_1].
 * redaction.map().restore("[PERSON_2-2] left."); // Obama left.
 * }</pre>
 *
 * <p>Every other place with the same words as a name that was found is replaced too, at the bounds
 * of words, in any case, so that none of these names is left in the redacted text. An ending {@code
 * 's} stays. What the tagger does not find in any place stays too: how much that is, its scores
 * tell.
 *
 * <p>{@code map.restore(redaction.text())} is the text that was given, char for char, whatever that
 * holds, where the operator is reversible. Immutable, safe for use by many threads; it does not own
 * its tagger.
 */
public final class Redactor {

  private final EntityTagger tagger;
  private final RedactorOptions options;

  /** A redactor that replaces all that {@code tagger} finds by placeholders. */
  public Redactor(EntityTagger tagger) {
    this(tagger, RedactorOptions.defaults());
  }

  /** A redactor of what {@code tagger} finds. */
  public Redactor(EntityTagger tagger, RedactorOptions options) {
    this.tagger = tagger;
    this.options = options;
  }

  /**
   * Redacts a text.
   *
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws IllegalStateException if the tagger is closed
   */
  public Redaction redact(String text) {
    return redact(text, tagger.tag(text), options);
  }

  /**
   * Redacts many texts, which are tagged in shared batches; each has a map of its own.
   *
   * @return in the order given
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws IllegalStateException if the tagger is closed
   */
  public List<Redaction> redactAll(Collection<String> texts) {
    List<List<Entity>> entities = tagger.tagAll(texts);
    List<Redaction> redacted = new ArrayList<>(texts.size());
    for (String text : texts) {
      redacted.add(redact(text, entities.get(redacted.size()), options));
    }
    return redacted;
  }

  /**
   * Redacts a text whose entities are known. Of each place of the text no more is looked at than
   * the longest name has.
   *
   * @param entities none overlapping
   * @throws IllegalArgumentException if entities overlap or are not in the text
   */
  public static Redaction redact(String text, List<Entity> entities, RedactorOptions options) {
    Redaction redaction = replace(text, entities, options);
    boolean mistaken =
        !options.operator().isBracketed()
            && !redaction.map().restore(redaction.text()).equals(text);
    return mistaken
        ? replace(text, entities, options.withOperator(Operator.placeholder()))
        : redaction;
  }

  private static Redaction replace(String text, List<Entity> entities, RedactorOptions options) {
    List<NameSpan> spans = NameSearch.find(text, entities, options);
    Map<String, String> originals = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    if (options.operator().isReversible()) {
      keepPlaceholders(text, originals, taken);
    }
    Replacer replacer = options.operator().begin(text, taken);
    StringBuilder redacted = new StringBuilder(text.length());
    int at = 0;
    for (NameSpan span : spans) {
      String written = text.substring(span.start(), span.end());
      Map<String, String> forms = span.name().forms();
      @Nullable String replacement = forms.get(written);
      if (replacement == null) {
        replacement = replacer.replace(span.name(), written, forms.size() + 1);
        forms.put(written, replacement);
        if (options.operator().isReversible()) {
          originals.put(replacement, written);
        }
      }
      redacted.append(text, at, span.start()).append(replacement);
      at = span.end();
    }
    redacted.append(text, at, text.length());
    int lost = options.operator().isReversible() ? 0 : spans.size();
    return new Redaction(redacted.toString(), new RedactionMap(originals, lost), spans.size());
  }

  /** What looks like a placeholder stands for itself, and none of ours looks so. */
  private static void keepPlaceholders(
      String text, Map<String, String> originals, Set<String> taken) {
    for (int start = text.indexOf('['); start >= 0; start = text.indexOf('[', start + 1)) {
      int end = Placeholder.end(text, start);
      if (end > 0) {
        originals.put(text.substring(start, end), text.substring(start, end));
        taken.add(Placeholder.stem(text, start, end));
      }
    }
  }
}
