package org.namespan.examples.integrations.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.index.IndexWriter;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * Adds a term for each entity to what another analyzer makes of a text, at the position of the
 * entity's first term: the index then finds the texts that speak of a person, {@code per/tony
 * blair}, beside those that hold the words.
 *
 * <pre>{@code
 * Analyzer analyzer = new EntityTermAnalyzer(new StandardAnalyzer(), tagger);
 * IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
 * // ... and to search:
 * new TermQuery(new Term("body", EntityTermAnalyzer.term("per", "Tony Blair")));
 * }</pre>
 *
 * <p>Index with it, and analyze what users search for with the analyzer inside. An entity whose
 * term would be longer than an index takes has none.
 *
 * <p>A token filter sees terms alone, which have lost their case and their punctuation; so the text
 * is tagged whole before the tokenizer reads it. It is held in memory for that. Safe for use by
 * many threads; it does not own its tagger.
 */
public final class EntityTermAnalyzer extends AnalyzerWrapper {

  /** {@link TypeAttribute} of the terms that are added. */
  public static final String TERM_TYPE = "entity";

  private final Analyzer analyzer;
  private final EntityTagger tagger;
  private final Function<Entity, String> terms;

  /** Adds terms as {@link #term} makes them. */
  public EntityTermAnalyzer(Analyzer analyzer, EntityTagger tagger) {
    this(analyzer, tagger, entity -> term(entity.type(), entity.text()));
  }

  /**
   * Adds terms of the caller's own.
   *
   * @param terms the term of an entity: {@code Entity::type} to find all that names a person
   */
  public EntityTermAnalyzer(
      Analyzer analyzer, EntityTagger tagger, Function<Entity, String> terms) {
    super(analyzer.getReuseStrategy());
    this.analyzer = analyzer;
    this.tagger = tagger;
    this.terms = terms;
  }

  /** The term of an entity: {@code per/tony blair} of the person {@code Tony Blair}. */
  public static String term(String type, String text) {
    return type + "/" + text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String fieldName) {
    return analyzer;
  }

  @Override
  protected TokenStreamComponents wrapComponents(
      String fieldName, TokenStreamComponents components) {
    EntityTermFilter filter = new EntityTermFilter(components.getTokenStream(), terms);
    return new TokenStreamComponents(
        reader -> {
          TaggedReader tagged = TaggedReader.read(reader, tagger);
          filter.setText(tagged);
          components.getSource().accept(tagged);
        },
        filter);
  }

  /** The text of a reader that was read whole, and its entities. */
  private static final class TaggedReader extends CharFilter {

    final List<Entity> entities;
    private final Reader text;

    private TaggedReader(Reader original, String text, List<Entity> entities) {
      super(original);
      this.text = new StringReader(text);
      this.entities = entities;
    }

    static TaggedReader read(Reader reader, EntityTagger tagger) {
      StringBuilder text = new StringBuilder();
      char[] part = new char[1 << 13];
      try {
        for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
          text.append(part, 0, read);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new TaggedReader(reader, text.toString(), tagger.tag(text.toString()));
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      return text.read(target, offset, length);
    }

    @Override
    protected int correct(int offset) {
      return offset;
    }
  }

  /** Puts the terms of entities behind the first term that lies in them. */
  private static final class EntityTermFilter extends TokenFilter {

    private final Function<Entity, String> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private List<Entity> entities = List.of();
    private int[] starts = {};
    private int[] ends = {};
    private int next;
    private int termStart;
    private int termEnd;

    EntityTermFilter(TokenStream input, Function<Entity, String> terms) {
      super(input);
      this.terms = terms;
    }

    /** Offsets of terms are those of the text before its char filters; so are these. */
    void setText(TaggedReader tagged) {
      entities = tagged.entities.stream().filter(this::isShort).toList();
      starts = entities.stream().mapToInt(e -> tagged.correctOffset(e.start())).toArray();
      ends = entities.stream().mapToInt(e -> tagged.correctOffset(e.end())).toArray();
    }

    private boolean isShort(Entity entity) {
      return terms.apply(entity).length() <= IndexWriter.MAX_TERM_LENGTH / 3;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      next = 0;
      termStart = 0;
      termEnd = 0;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (next < starts.length && starts[next] < termEnd) {
        clearAttributes();
        term.setEmpty().append(terms.apply(entities.get(next)));
        // An index with offsets wants them in order, so it begins where the term before it does.
        offsets.setOffset(termStart, Math.max(termStart, ends[next]));
        increment.setPositionIncrement(0);
        type.setType(TERM_TYPE);
        next++;
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      termStart = offsets.startOffset();
      termEnd = offsets.endOffset();
      // An entity none of whose words became a term, because all are stop words, has none either.
      while (next < ends.length && ends[next] <= termStart) {
        next++;
      }
      return true;
    }
  }
}
