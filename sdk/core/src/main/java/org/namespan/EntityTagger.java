package org.namespan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.namespan.internal.Workers;
import org.namespan.model.EmissionScorer;
import org.namespan.model.ModelMetadata;
import org.namespan.model.TaggerSession;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.DocumentSplitter;
import org.namespan.model.text.SplitText;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;

/**
 * Finds named entities in text.
 *
 * <pre>{@code
 * try (EntityTagger tagger = EntityTagger.english()) {
 *   for (Entity entity : tagger.tag("Barack Obama flew to Thailand in December.")) {
 *     System.out.println(entity.type() + " " + entity.text());
 *   }
 * }
 * }</pre>
 *
 * <p>prints {@code per Barack Obama}, {@code geo Thailand} and {@code tim December}.
 *
 * <p>A tagger holds native memory until it is closed. It may be used by any number of threads at
 * once; {@link #close} waits for the calls that are running, and every later call throws {@link
 * IllegalStateException}.
 */
public final class EntityTagger implements AutoCloseable {

  private static final String ENGLISH = "org/namespan/model/en/namespan-en.onnx";
  private static final int SENTENCES_AT_ONCE = 2048;

  private final TaggerSession session;
  private final EmissionScorer scorer;
  private final TextSplitter splitter;
  private final TagSet tagSet;
  private final SpanDecoder decoder;
  private final TypeFilter types;
  private final SpanMerger merger;
  private final TokenExplainer explainer;
  private final Workers workers;
  private final ModelInfo info;

  /** By type, the tags of a span in BIO. */
  private final Map<String, String> firstTags = new HashMap<>();

  private final Map<String, String> innerTags = new HashMap<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private EntityTagger(TaggerSession session, TaggerOptions options) {
    this.session = session;
    this.splitter = session.splitter();
    ModelMetadata metadata = session.metadata();
    tagSet = metadata.tagSet();
    scorer = new EmissionScorer(session, options.windowTokens(), options.batchSize());
    double minScore = options.minScore().orElse(metadata.minScore());
    decoder = new SpanDecoder(tagSet, metadata.transitions(), minScore);
    types = new TypeFilter(options.types(), tagSet.types());
    merger = new SpanMerger(options.recognizers());
    explainer = new TokenExplainer(session.features(), tagSet.labels());
    for (String type : tagSet.types()) {
      firstTags.put(type, new Tag('B', type).toString());
      innerTags.put(type, new Tag('I', type).toString());
    }
    info =
        new ModelInfo(
            Collections.unmodifiableSet(tagSet.types()),
            Collections.unmodifiableList(tagSet.labels()),
            tagSet.scheme().name(),
            metadata.vocabulary().size(),
            metadata.minScore(),
            metadata.facts());
    workers = new Workers(options.threads());
  }

  /**
   * Loads the bundled English model, artifact {@code org.namespan:namespan-model-en}.
   *
   * @throws IOException if the artifact is not on the class path
   */
  public static EntityTagger english() throws IOException {
    return english(TaggerOptions.defaults());
  }

  /**
   * Loads the bundled English model, artifact {@code org.namespan:namespan-model-en}.
   *
   * @throws IOException if the artifact is not on the class path
   */
  public static EntityTagger english(TaggerOptions options) throws IOException {
    InputStream found = EntityTagger.class.getClassLoader().getResourceAsStream(ENGLISH);
    if (found == null && Thread.currentThread().getContextClassLoader() != null) {
      found = Thread.currentThread().getContextClassLoader().getResourceAsStream(ENGLISH);
    }
    if (found == null) {
      throw new FileNotFoundException(
          "the bundled English model is not on the class path: add the dependency"
              + " org.namespan:namespan-model-en");
    }
    try (InputStream stream = found) {
      return load(stream, options);
    }
  }

  /**
   * Loads a model file.
   *
   * @throws ModelFormatException if the file is not a model that this version can use
   * @throws IOException if it cannot be read
   */
  public static EntityTagger load(Path file) throws IOException {
    return load(file, TaggerOptions.defaults());
  }

  /**
   * Loads a model file.
   *
   * @throws ModelFormatException if the file is not a model that this version can use
   * @throws IOException if it cannot be read
   */
  public static EntityTagger load(Path file, TaggerOptions options) throws IOException {
    return over(TaggerSession.open(file), options);
  }

  /**
   * Loads a model from a stream, which is read to its end, maybe by another thread, and left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read
   */
  public static EntityTagger load(InputStream stream) throws IOException {
    return load(stream, TaggerOptions.defaults());
  }

  /**
   * Loads a model from a stream, which is read to its end, maybe by another thread, and left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read
   */
  public static EntityTagger load(InputStream stream, TaggerOptions options) throws IOException {
    return over(TaggerSession.open(stream), options);
  }

  /**
   * Loads a model from memory, from the buffer's position to its limit. A direct or mapped buffer
   * is not copied to the Java heap. The buffer is left as it is and not used after return.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException never otherwise
   */
  public static EntityTagger load(ByteBuffer model) throws IOException {
    return load(model, TaggerOptions.defaults());
  }

  /**
   * Loads a model from memory, from the buffer's position to its limit. A direct or mapped buffer
   * is not copied to the Java heap. The buffer is left as it is and not used after return.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException never otherwise
   */
  public static EntityTagger load(ByteBuffer model, TaggerOptions options) throws IOException {
    String source = "model of " + model.remaining() + " bytes";
    return over(TaggerSession.open(model, source), options);
  }

  private static EntityTagger over(TaggerSession session, TaggerOptions options) {
    boolean usable = false;
    try {
      EntityTagger tagger = new EntityTagger(session, options);
      usable = true;
      return tagger;
    } finally {
      if (!usable) {
        session.close();
      }
    }
  }

  /** What is known of the model; usable after {@link #close}. */
  public ModelInfo info() {
    return info;
  }

  /**
   * Finds the entities of a text of any length.
   *
   * @return the entities in text order, none overlapping; empty for an empty or blank text
   * @throws IllegalStateException if the tagger is closed
   */
  public List<Entity> tag(String text) {
    enter();
    try {
      return tagTexts(Collections.singletonList(text)).get(0);
    } finally {
      leave();
    }
  }

  /**
   * Finds the entities of a text that need not fit into memory, as it is read.
   *
   * <pre>{@code
   * try (Reader book = Files.newBufferedReader(file)) {
   *   tagger.tag(book, entity -> System.out.println(entity.start() + " " + entity.text()));
   * }
   * }</pre>
   *
   * <p>The text is read and tagged by some 33,000 chars. The entities are those that {@link
   * #tag(String)} would find in the whole; but a sentence of more than 260,000 chars is cut, so
   * that no more than half a million are held.
   *
   * @param text read to its end and left open
   * @param found called by this thread for each entity in text order, with offsets into the whole
   *     text
   * @throws IOException if {@code text} cannot be read, or has 2^31 chars or more
   * @throws IllegalStateException if the tagger is closed, or is closed while the text is read
   */
  public void tag(Reader text, Consumer<? super Entity> found) throws IOException {
    Objects.requireNonNull(found, "found");
    enter();
    leave();
    DocumentSplitter document = new DocumentSplitter(splitter, text);
    for (SplitText next = document.next(); next != null; next = document.next()) {
      for (Entity entity : tagPart(next)) {
        found.accept(entity);
      }
    }
  }

  private List<Entity> tagPart(SplitText part) {
    enter();
    try {
      return tagSplit(Collections.singletonList(part)).get(0);
    } finally {
      leave();
    }
  }

  /**
   * Finds the entities of many texts. Sentences of all texts share batches, which is faster than
   * calling {@link #tag} for each, and {@link TaggerOptions#threads} work on them.
   *
   * @return for each text, in the order given, what {@link #tag} would give
   * @throws IllegalStateException if the tagger is closed
   */
  public List<List<Entity>> tagAll(Collection<String> texts) {
    enter();
    try {
      return workers.map(new ArrayList<>(texts), this::tagTexts);
    } finally {
      leave();
    }
  }

  /**
   * Tags the tokens of one sentence, for text that is already tokenized.
   *
   * @return one tag per token in BIO, whatever scheme the model's own labels have, always a legal
   *     sequence: for {@code [Barack, Obama, flew]} it is {@code [B-per, I-per, O]}
   * @throws IllegalStateException if the tagger is closed
   */
  public List<String> tagTokens(List<String> tokens) {
    return tagAllTokens(Collections.singletonList(tokens)).get(0);
  }

  /**
   * Tags the tokens of many sentences, in shared batches, by {@link TaggerOptions#threads}.
   *
   * @return for each sentence, in the order given, what {@link #tagTokens} would give
   * @throws IllegalStateException if the tagger is closed
   */
  public List<List<String>> tagAllTokens(Collection<List<String>> sentences) {
    enter();
    try {
      return workers.map(new ArrayList<>(sentences), this::tagSomeTokens);
    } finally {
      leave();
    }
  }

  /** The entities in the tokens of one sentence. */
  List<FoundSpan> findSpans(List<String> tokens) {
    enter();
    try {
      return spans(Collections.singletonList(tokens)).get(0);
    } finally {
      leave();
    }
  }

  private List<List<String>> tagSomeTokens(List<List<String>> sentences) {
    List<List<String>> tagged = new ArrayList<>(sentences.size());
    for (int from = 0; from < sentences.size(); from += SENTENCES_AT_ONCE) {
      int to = Math.min(from + SENTENCES_AT_ONCE, sentences.size());
      tagged.addAll(tags(sentences.subList(from, to)));
    }
    return tagged;
  }

  private List<List<String>> tags(List<List<String>> sentences) {
    List<List<String>> tags = new ArrayList<>(Collections.nCopies(sentences.size(), null));
    if (merger.isIdle()) {
      scorer.score(
          sentences,
          (i, emissions, time) -> {
            String[] tagged = outside(time);
            for (Span span : decoder.decodeSpans(emissions, time)) {
              if (types.accepts(span.type())) {
                mark(tagged, span.start(), span.end(), span.type());
              }
            }
            tags.set(i, Arrays.asList(tagged));
          });
      return tags;
    }
    List<List<FoundSpan>> spans = spans(sentences);
    for (int i = 0; i < spans.size(); i++) {
      String[] tagged = outside(sentences.get(i).size());
      for (FoundSpan span : spans.get(i)) {
        mark(tagged, span.start(), span.end(), span.type());
      }
      tags.set(i, Arrays.asList(tagged));
    }
    return tags;
  }

  private static String[] outside(int tokens) {
    String[] tags = new String[tokens];
    Arrays.fill(tags, Tag.OUTSIDE.toString());
    return tags;
  }

  private void mark(String[] tags, int start, int end, String type) {
    boolean ofModel = firstTags.containsKey(type);
    tags[start] = ofModel ? firstTags.get(type) : new Tag('B', type).toString();
    String inner = ofModel ? innerTags.get(type) : new Tag('I', type).toString();
    Arrays.fill(tags, start + 1, end, inner);
  }

  /** What the model and the recognizers find in each sentence. */
  private List<List<FoundSpan>> spans(List<List<String>> sentences) {
    List<List<FoundSpan>> found = new ArrayList<>(Collections.nCopies(sentences.size(), null));
    scorer.score(sentences, into(found));
    if (!merger.isIdle()) {
      for (int i = 0; i < found.size(); i++) {
        found.set(i, merger.merge(sentences.get(i), found.get(i)));
      }
    }
    return found;
  }

  /** As {@link #spans}, for tokens of texts. */
  private List<List<FoundSpan>> spansOfTokens(List<List<Token>> sentences) {
    if (!merger.isIdle()) {
      return spans(texts(sentences));
    }
    List<List<FoundSpan>> found = new ArrayList<>(Collections.nCopies(sentences.size(), null));
    scorer.scoreTokens(sentences, into(found));
    return found;
  }

  private EmissionScorer.Receiver into(List<List<FoundSpan>> found) {
    return (i, emissions, time) -> found.set(i, ofModel(decoder.decode(emissions, time)));
  }

  private List<FoundSpan> ofModel(List<ScoredSpan> decoded) {
    List<FoundSpan> found = new ArrayList<>(decoded.size());
    for (ScoredSpan scored : decoded) {
      Span span = scored.span();
      if (types.accepts(span.type())) {
        found.add(
            new FoundSpan(
                span.start(), span.end(), span.type(), scored.probability(), Entity.MODEL));
      }
    }
    return found;
  }

  /**
   * Tags every token of a text, for those who need more than entities.
   *
   * @return the sentences in text order, none empty, each with its tokens; tags are a legal
   *     sequence within a sentence
   * @throws IllegalStateException if the tagger is closed
   */
  public List<List<TaggedToken>> tagSentences(String text) {
    enter();
    try {
      return tagged(splitter.split(text));
    } finally {
      leave();
    }
  }

  private List<List<TaggedToken>> tagged(List<List<Token>> sentences) {
    List<List<String>> texts = texts(sentences);
    List<List<String>> tags = tags(texts);
    List<List<TaggedToken>> tagged = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      List<Token> sentence = sentences.get(i);
      List<TaggedToken> tokens = new ArrayList<>(sentence.size());
      for (int t = 0; t < sentence.size(); t++) {
        Token token = sentence.get(t);
        tokens.add(
            new TaggedToken(texts.get(i).get(t), token.start(), token.end(), tags.get(i).get(t)));
      }
      tagged.add(tokens);
    }
    return tagged;
  }

  /**
   * Tells of every token of a text what the model makes of it, whatever {@link TaggerOptions} leave
   * out of its entities.
   *
   * @return the sentences in text order, none empty, each with its tokens
   * @throws IllegalStateException if the tagger is closed
   */
  public List<List<ExplainedToken>> explain(String text) {
    enter();
    try {
      return explained(splitter.split(text));
    } finally {
      leave();
    }
  }

  private List<List<ExplainedToken>> explained(List<List<Token>> sentences) {
    List<List<ExplainedToken>> explained =
        new ArrayList<>(Collections.nCopies(sentences.size(), null));
    scorer.scoreTokens(
        sentences,
        (i, emissions, time) ->
            explained.set(
                i, explainer.explain(sentences.get(i), decoder.marginals(emissions, time))));
    return explained;
  }

  private static List<List<String>> texts(List<List<Token>> sentences) {
    List<List<String>> texts = new ArrayList<>(sentences.size());
    for (List<Token> sentence : sentences) {
      List<String> tokens = new ArrayList<>(sentence.size());
      for (Token token : sentence) {
        tokens.add(token.text());
      }
      texts.add(tokens);
    }
    return texts;
  }

  /** Keeps {@link #close} waiting until {@link #leave}. */
  private void enter() {
    lock.readLock().lock();
    if (closed) {
      leave();
      throw new IllegalStateException("this EntityTagger is closed");
    }
  }

  private void leave() {
    lock.readLock().unlock();
  }

  private List<List<Entity>> tagTexts(Collection<String> texts) {
    List<List<Entity>> found = new ArrayList<>(texts.size());
    List<SplitText> waiting = new ArrayList<>();
    int sentences = 0;
    for (String text : texts) {
      SplitText split = new SplitText(text, 0, splitter.split(text));
      waiting.add(split);
      sentences += split.sentences().size();
      if (sentences >= SENTENCES_AT_ONCE) {
        found.addAll(tagSplit(waiting));
        waiting.clear();
        sentences = 0;
      }
    }
    found.addAll(tagSplit(waiting));
    return found;
  }

  private List<List<Entity>> tagSplit(List<SplitText> texts) {
    List<List<Token>> sentences = new ArrayList<>();
    for (SplitText text : texts) {
      sentences.addAll(text.sentences());
    }
    List<List<FoundSpan>> spans = spansOfTokens(sentences);
    List<List<Entity>> found = new ArrayList<>(texts.size());
    int next = 0;
    for (SplitText text : texts) {
      List<Entity> entities = new ArrayList<>();
      for (List<Token> sentence : text.sentences()) {
        addEntities(text, sentence, spans.get(next++), entities);
      }
      found.add(entities);
    }
    return found;
  }

  private static void addEntities(
      SplitText text, List<Token> sentence, List<FoundSpan> spans, List<Entity> entities) {
    for (FoundSpan span : spans) {
      int start = sentence.get(span.start()).start();
      int end = sentence.get(span.end() - 1).end();
      entities.add(
          new Entity(
              span.type(),
              text.text().substring(start, end),
              text.offset() + start,
              text.offset() + end,
              span.score(),
              span.source()));
    }
  }

  /** Frees the native memory, after the calls that are running; closing again does nothing. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        workers.close();
        session.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
