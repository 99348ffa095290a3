package org.namespan.examples.integrations.tika;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.parser.ner.NERecogniser;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * NameSpan as the recogniser of Apache Tika's {@code NamedEntityParser}, which writes {@code
 * NER_PERSON} and so on to the metadata of a document:
 *
 * <pre>{@code
 * System.setProperty("ner.impl.class", "org.namespan.examples.integrations.tika.NamespanRecogniser");
 * Tika tika = new Tika(new TikaConfig(...)); // with org.apache.tika.parser.ner.NamedEntityParser
 * }</pre>
 *
 * <p>Types are Tika's own where it has them, and those of the model, in upper case, where not. Safe
 * for use by many threads.
 */
public final class NamespanRecogniser implements NERecogniser {

  private static final Map<String, String> TYPES =
      Map.of(
          "per", NERecogniser.PERSON,
          "geo", NERecogniser.LOCATION,
          "org", NERecogniser.ORGANIZATION,
          "tim", NERecogniser.DATE);

  private final EntityTagger tagger;

  /**
   * What Tika calls, once for a parser. It has no end, so the English model stays loaded until the
   * JVM ends, one for all parsers.
   */
  public NamespanRecogniser() {
    this(English.TAGGER);
  }

  /** A recogniser with a model of the caller's, which the caller closes. */
  public NamespanRecogniser(EntityTagger tagger) {
    this.tagger = tagger;
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public Set<String> getEntityTypes() {
    Set<String> types = new TreeSet<>();
    tagger.info().types().forEach(type -> types.add(named(type)));
    return types;
  }

  @Override
  public Map<String, Set<String>> recognise(String text) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (Entity entity : tagger.tag(text)) {
      names
          .computeIfAbsent(named(entity.type()), type -> new LinkedHashSet<>())
          .add(entity.text().replaceAll("\\s+", " "));
    }
    return names;
  }

  private static String named(String type) {
    return TYPES.getOrDefault(type, type.toUpperCase(Locale.ROOT));
  }

  /** Loaded when the first parser asks for it. */
  private static final class English {
    static final EntityTagger TAGGER = load();

    private static EntityTagger load() {
      try {
        return EntityTagger.english();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
