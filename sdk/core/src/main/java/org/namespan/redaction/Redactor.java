package org.namespan.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.Layout;
import org.namespan.model.text.CleanText;

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
 * 's} stays, and so does markup inside of a name: {@code Angela</b> Merkel} becomes {@code
 * [PERSON_1]</b>}. What the tagger does not find in any place stays too: how much that is, its
 * scores tell.
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
    List<Entity> chosen = NameSearch.chosen(text, entities, options.types());
    if (chosen.isEmpty()) {
      return new RedactionWriter(text, Collections.emptyList(), options.operator()).write(null);
    }
    CleanText clean = CleanText.of(text, Layout.AUTO);
    NameSearch search = new NameSearch(text, clean);
    List<NameSpan> spans = search.find(chosen, options);
    RedactionWriter writer = new RedactionWriter(text, spans, options.operator());
    InnerMarkup markup = new InnerMarkup(text, clean, search::isWrittenIn);
    Redaction redaction = writer.write(search.isSeenAsWritten() ? null : markup);
    if (!writer.hasKeptMarkup() || !search.isIn(writer.outside())) {
      return redaction;
    }
    // Beside its neighbours, what was kept is part of a name: it goes with the names.
    List<NameSpan> again = new NameSearch(text, clean).find(chosen, options);
    return new RedactionWriter(text, again, options.operator()).write(null);
  }
}
