package org.namespan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A text with its sentences, tokens and entities, which lead to each other.
 *
 * <pre>{@code
 * Document document = tagger.tagDocument("It rained. Zoë 😀 met Barack Obama in Thailand.");
 * String type = document.entities().get(1).type();
 * document.typeDescriptions().get(type); // names of people and fictional persons, without titles
 * Entity place = document.entities().get(2);
 * Sentence sentence = document.sentenceOf(place);
 * sentence.text(); // Zoë 😀 met Barack Obama in Thailand.
 * sentence.spanOf(place); // [6..7) geo
 * place.start(); // 38
 * document.codePointOffset(place.start()); // 37
 * document.utf8Offset(place.start()); // 41
 * }</pre>
 *
 * <p>Offsets are Java's, in {@code char}s (units of UTF-16), unless a method says otherwise.
 * Immutable, safe for use by many threads, and usable after the tagger is closed.
 */
public final class Document {

  private final String text;
  private final List<Sentence> sentences;
  private final List<Entity> entities;
  private final Map<String, String> typeDescriptions;

  /** Null until somebody asks for other offsets than Java's. */
  private volatile @Nullable OffsetTable offsets;

  /**
   * A document as {@link EntityTagger#tagDocument} makes it; for tests of what takes documents.
   *
   * @param sentences of this text, in its order, none overlapping
   * @param typeDescriptions what types mean, by type
   */
  public Document(String text, List<Sentence> sentences, Map<String, String> typeDescriptions) {
    this.text = text;
    this.sentences = Collections.unmodifiableList(new ArrayList<>(sentences));
    this.typeDescriptions = Collections.unmodifiableMap(new TreeMap<>(typeDescriptions));
    List<Entity> all = new ArrayList<>();
    for (Sentence sentence : sentences) {
      all.addAll(sentence.entities());
    }
    this.entities = Collections.unmodifiableList(all);
  }

  /** The text as it was given. */
  public String text() {
    return text;
  }

  /** The sentences in text order; none for an empty or blank text. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /** The entities of all sentences in text order: what {@link EntityTagger#tag(String)} gives. */
  public List<Entity> entities() {
    return entities;
  }

  /**
   * The sentence that an entity stands in; each stands in one. Found by binary search.
   *
   * @throws IllegalArgumentException if no sentence of this document holds it
   */
  public Sentence sentenceOf(Entity entity) {
    int from = 0;
    int to = sentences.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sentences.get(middle).end() <= entity.start()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    if (from == sentences.size()
        || entity.start() < sentences.get(from).start()
        || entity.end() > sentences.get(from).end()) {
      throw new IllegalArgumentException(
          "the entity at "
              + entity.start()
              + ".."
              + entity.end()
              + " is in none of the "
              + sentences.size()
              + " sentences of this document");
    }
    return sentences.get(from);
  }

  /**
   * What the entity types mean, in words, as {@link EntityTagger#typeDescriptions} has it.
   *
   * @return by type, sorted; types that nobody describes are missing
   */
  public Map<String, String> typeDescriptions() {
    return typeDescriptions;
  }

  /**
   * An offset in Unicode code points, which Python counts, for an offset in {@code char}s: {@code
   * text().codePointCount(0, offset)}, but without going through the text again. The first call
   * counts all of it, once; every other takes the same short time.
   *
   * @param offset from 0 to the length of the text
   * @throws IndexOutOfBoundsException if it is less or more
   */
  public int codePointOffset(int offset) {
    return offsets(offset).codePointsBefore(offset);
  }

  /**
   * An offset in bytes of UTF-8, which Go and Rust count, for an offset in {@code char}s: the
   * length of {@code text().substring(0, offset).getBytes(StandardCharsets.UTF_8)}, but without
   * going through the text again. So half of a surrogate pair that stands alone counts as the one
   * question mark that Java writes for it.
   *
   * @param offset from 0 to the length of the text
   * @throws IndexOutOfBoundsException if it is less or more
   * @throws ArithmeticException if the text has 2^31 bytes or more
   * @see StandardCharsets#UTF_8
   */
  public int utf8Offset(int offset) {
    return offsets(offset).bytesBefore(offset);
  }

  private OffsetTable offsets(int asked) {
    if (asked < 0 || asked > text.length()) {
      throw new IndexOutOfBoundsException(
          "offset " + asked + ", expected 0 to " + text.length() + ", the length of the text");
    }
    OffsetTable table = offsets;
    if (table == null) {
      table = new OffsetTable(text);
      offsets = table;
    }
    return table;
  }
}
