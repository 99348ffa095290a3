package org.namespan;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.namespan.internal.pipeline.OpenCalls;
import org.namespan.internal.pipeline.SearchedDocument;
import org.namespan.internal.pipeline.SearchedText;
import org.namespan.internal.pipeline.TaggingPipeline;
import org.namespan.internal.pipeline.Workers;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.session.TaggerSession;

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
 *
 * <p>A thread that is interrupted ends its call, whichever it is, with a {@link
 * CancellationException}, before the next batch of sentences; one that is interrupted already
 * begins none. Its interrupt status stays set, threads that worked for the call have stopped, and
 * the tagger is as usable as before.
 */
public final class EntityTagger implements AutoCloseable {

  private final TaggingPipeline pipeline;
  private final Workers workers;
  private final ModelInfo info;
  private final Map<String, String> typeDescriptions;
  private final OpenCalls calls = new OpenCalls("EntityTagger", this::release);

  private EntityTagger(TaggerSession session, TaggerOptions options) {
    pipeline = new TaggingPipeline(session, options);
    info = ModelInfo.of(session);
    typeDescriptions = typeDescriptions(info, options.recognizers());
    workers = new Workers(options.threads(), calls);
  }

  /**
   * Loads the English model, artifact {@code org.namespan:namespan-model-en}; the same as {@code
   * bundled("en")}.
   *
   * @throws IOException if the artifact is not on the class path
   */
  public static EntityTagger english() throws IOException {
    return english(TaggerOptions.defaults());
  }

  /**
   * Loads the English model, artifact {@code org.namespan:namespan-model-en}; the same as {@code
   * bundled("en", options)}.
   *
   * @throws IOException if the artifact is not on the class path
   */
  public static EntityTagger english(TaggerOptions options) throws IOException {
    return bundled("en", options);
  }

  /**
   * Loads a model that comes in a jar, by its name.
   *
   * <pre>{@code
   * try (EntityTagger news = EntityTagger.bundled("en-gmb")) {
   *   news.info().types(); // [art, eve, geo, gpe, nat, org, per, tim]
   * }
   * }</pre>
   *
   * @param name of the model: {@code en-gmb} is artifact {@code
   *     org.namespan:namespan-model-en-gmb}, and any jar may hold one as {@code
   *     org/namespan/model/NAME/namespan-NAME.onnx}
   * @throws IOException if the model is not on the class path
   */
  public static EntityTagger bundled(String name) throws IOException {
    return bundled(name, TaggerOptions.defaults());
  }

  /**
   * Loads a model that comes in a jar, by its name, as {@link #bundled(String)} does.
   *
   * @throws IOException if the model is not on the class path
   */
  public static EntityTagger bundled(String name, TaggerOptions options) throws IOException {
    try (InputStream stream = BundledModel.open(name)) {
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
    return over(TaggerSession.open(file, options.verifyDigest()), options);
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
    return over(TaggerSession.open(stream, options.verifyDigest()), options);
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
    return over(TaggerSession.open(model, source, options.verifyDigest()), options);
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
   * What the types of entities mean, in words: the model's, as {@link ModelInfo#typeDescriptions}
   * has them, and those of recognizers that look at raw text and say it.
   *
   * @return by type, sorted; types that nobody describes are missing
   */
  public Map<String, String> typeDescriptions() {
    return typeDescriptions;
  }

  private static Map<String, String> typeDescriptions(
      ModelInfo info, List<Recognizer> recognizers) {
    Map<String, String> all = new TreeMap<>();
    for (Recognizer recognizer : recognizers) {
      if (recognizer.finder() instanceof Recognizer.TextFinder) {
        all.putAll(((Recognizer.TextFinder) recognizer.finder()).typeDescriptions());
      }
    }
    all.putAll(info.typeDescriptions());
    return Collections.unmodifiableMap(all);
  }

  /**
   * Finds the entities of a text of any length.
   *
   * @return the entities in text order, none overlapping; empty for an empty or blank text
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if the tagger is closed
   */
  public List<Entity> tag(String text) {
    calls.enter();
    try {
      return pipeline.tag(Collections.singletonList(text)).get(0);
    } finally {
      calls.leave();
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
   * @throws CancellationException if this thread is interrupted
   * @throws IOException if {@code text} cannot be read, or has 2^31 chars or more
   * @throws IllegalStateException if the tagger is closed, or is closed while the text is read
   */
  public void tag(Reader text, Consumer<? super Entity> found) throws IOException {
    Objects.requireNonNull(found, "found");
    calls.enter();
    calls.leave();
    SearchedDocument document = pipeline.search(text);
    for (SearchedText next = document.next(); next != null; next = document.next()) {
      for (Entity entity : tagPart(next)) {
        found.accept(entity);
      }
    }
  }

  private List<Entity> tagPart(SearchedText part) {
    calls.enter();
    try {
      return pipeline.tag(part);
    } finally {
      calls.leave();
    }
  }

  /**
   * Finds the entities of many texts. Sentences of all texts share batches, which is faster than
   * calling {@link #tag} for each, and {@link TaggerOptions#threads} work on them.
   *
   * @return for each text, in the order given, what {@link #tag} would give
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if the tagger is closed
   */
  public List<List<Entity>> tagAll(Collection<String> texts) {
    calls.enter();
    try {
      return workers.map(new ArrayList<>(texts), pipeline::tag);
    } finally {
      calls.leave();
    }
  }

  /**
   * Finds the sentences, tokens and entities of a text, of which each leads to the others, in the
   * time of {@link #tag}.
   *
   * @return with the entities that {@link #tag} gives and the tokens of {@link #tagSentences}
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if the tagger is closed
   */
  public Document tagDocument(String text) {
    calls.enter();
    try {
      return documents(Collections.singletonList(text)).get(0);
    } finally {
      calls.leave();
    }
  }

  /**
   * Finds the sentences, tokens and entities of many texts, in batches and by threads as {@link
   * #tagAll} does.
   *
   * @return for each text, in the order given, what {@link #tagDocument} would give
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if the tagger is closed
   */
  public List<Document> tagAllDocuments(Collection<String> texts) {
    calls.enter();
    try {
      return workers.map(new ArrayList<>(texts), this::documents);
    } finally {
      calls.leave();
    }
  }

  private List<Document> documents(List<String> texts) {
    List<List<Sentence>> sentences = pipeline.findSentences(texts);
    List<Document> documents = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      documents.add(new Document(texts.get(i), sentences.get(i), typeDescriptions));
    }
    return documents;
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
    calls.enter();
    try {
      return workers.map(new ArrayList<>(sentences), pipeline::tagTokens);
    } finally {
      calls.leave();
    }
  }

  /** The entities in the tokens of one sentence. */
  List<ScoredSpan> findSpans(List<String> tokens) {
    calls.enter();
    try {
      return pipeline.findSpans(tokens);
    } finally {
      calls.leave();
    }
  }

  /**
   * Tags every token of a text; {@link #tagDocument} gives its entities too.
   *
   * @return the sentences in text order, none empty, each with its tokens; tags are a legal
   *     sequence within a sentence
   * @throws IllegalStateException if the tagger is closed
   */
  public List<List<TaggedToken>> tagSentences(String text) {
    calls.enter();
    try {
      return pipeline.tagSentences(text);
    } finally {
      calls.leave();
    }
  }

  /**
   * Tells of every token of a text what the model makes of it, whatever {@link TaggerOptions} leave
   * out of its entities.
   *
   * @return the sentences in text order, none empty, each with its tokens
   * @throws IllegalStateException if the tagger is closed
   */
  public List<List<ExplainedToken>> explain(String text) {
    calls.enter();
    try {
      return pipeline.explain(text);
    } finally {
      calls.leave();
    }
  }

  /**
   * Refuses calls from now on, and frees the native memory when those that are running have ended.
   * Waits for that, unless this thread runs one of them, as a recognizer does, or is interrupted,
   * which leaves its interrupt status set; then the last of the calls frees it as it ends. Closing
   * again does no more than wait.
   */
  @Override
  public void close() {
    calls.close();
  }

  private void release() {
    workers.close();
    pipeline.close();
  }
}
