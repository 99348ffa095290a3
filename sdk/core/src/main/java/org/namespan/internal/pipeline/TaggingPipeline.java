package org.namespan.internal.pipeline;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.ExplainedToken;
import org.namespan.Recognizer;
import org.namespan.Sentence;
import org.namespan.TaggedToken;
import org.namespan.TaggerOptions;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.feature.EncodedTokens;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.feature.TokenEncoder;
import org.namespan.model.session.EmissionScorer;
import org.namespan.model.session.Emissions;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.SplitText;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;

/**
 * From texts to entities: split, encode, score, decode, filter, merge. Text that is tokenized
 * already takes the same road, but for the first step and the last. Owns its session; safe for use
 * by many threads until closed.
 */
public final class TaggingPipeline implements AutoCloseable {

  /** So many share their batches, and no more are held encoded, however many are given. */
  private static final int SENTENCES_AT_ONCE = 2048;

  private final TaggerSession session;
  private final TextSplitter splitter;
  private final TokenEncoder encoder;
  private final EmissionScorer scorer;
  private final double minProbability;
  private final SpanDecoder decoder;
  private final ScoreCalibration calibration;
  private final NameFilter nameFilter = new NameFilter();
  private final List<Recognizer> recognizers;
  private final SpanMerger merger;
  private final BioTags bioTags;
  private final TokenExplainer explainer;

  /**
   * @param session closed with this, but not if this constructor fails
   * @throws IllegalArgumentException if the options name a type that the model does not know
   */
  public TaggingPipeline(TaggerSession session, TaggerOptions options) {
    ModelMetadata metadata = session.metadata();
    TagSet tagSet = metadata.tagSet();
    this.session = session;
    this.splitter = session.splitter().withLayout(options.layout());
    this.encoder = new TokenEncoder(session.features());
    this.scorer = new EmissionScorer(session, options.windowTokens(), options.batchSize());
    this.minProbability = minProbability(metadata, options);
    this.decoder = new SpanDecoder(tagSet, metadata.transitions(), minProbability);
    this.calibration = metadata.calibration();
    this.recognizers = options.recognizers();
    this.merger =
        new SpanMerger(new TypeFilter(options.types(), known(tagSet, recognizers)), recognizers);
    this.bioTags = new BioTags(tagSet.types());
    this.explainer = new TokenExplainer(session.features(), tagSet.labels());
  }

  /** The types of the model, and those that recognizers tell of. */
  private static Set<String> known(TagSet tagSet, List<Recognizer> recognizers) {
    Set<String> known = new TreeSet<>(tagSet.types());
    for (Recognizer recognizer : recognizers) {
      if (recognizer.finder() instanceof Recognizer.TextFinder) {
        known.addAll(((Recognizer.TextFinder) recognizer.finder()).typeDescriptions().keySet());
      }
    }
    return known;
  }

  private static double minProbability(ModelMetadata metadata, TaggerOptions options) {
    return options.minScore().isPresent()
        ? metadata.calibration().probability(options.minScore().getAsDouble())
        : metadata.minScore();
  }

  /** The entities of each text. */
  public List<List<Entity>> tag(Collection<String> texts) {
    return inChunks(texts, this::tagSearched);
  }

  /** The sentences of each text, with their tokens and entities. */
  public List<List<Sentence>> findSentences(Collection<String> texts) {
    return inChunks(texts, this::sentences);
  }

  /** What some work gives for each text, done on as many texts together as share their batches. */
  private <T> List<T> inChunks(
      Collection<String> texts, Function<List<SearchedText>, List<T>> work) {
    List<T> results = new ArrayList<>(texts.size());
    List<SearchedText> waiting = new ArrayList<>();
    int sentences = 0;
    for (String text : texts) {
      SearchedText searched = search(text);
      waiting.add(searched);
      sentences += searched.split().sentences().size();
      if (sentences >= SENTENCES_AT_ONCE) {
        results.addAll(work.apply(waiting));
        waiting.clear();
        sentences = 0;
      }
    }
    results.addAll(work.apply(waiting));
    return results;
  }

  private SearchedText search(String text) {
    return SearchedText.of(text, splitter, recognizers);
  }

  /** The parts of a text that is searched as it is read, for {@link #tag(SearchedText)}. */
  public SearchedDocument search(Reader text) {
    return new SearchedDocument(splitter, recognizers, text);
  }

  /** The entities of a part of a text. */
  public List<Entity> tag(SearchedText part) {
    return tagSearched(Collections.singletonList(part)).get(0);
  }

  private List<List<Entity>> tagSearched(List<SearchedText> texts) {
    return EntityBuilder.build(split(texts), find(texts));
  }

  private List<List<Sentence>> sentences(List<SearchedText> texts) {
    List<List<ScoredSpan>> spans = find(texts);
    List<List<Sentence>> sentences = new ArrayList<>(texts.size());
    int from = 0;
    for (SplitText text : split(texts)) {
      int to = from + text.sentences().size();
      List<List<ScoredSpan>> ofText = spans.subList(from, to);
      List<List<String>> tags = bioTags.write(text.sentences(), ofText);
      sentences.add(SentenceBuilder.build(text, ofText, tags));
      from = to;
    }
    return sentences;
  }

  private static List<SplitText> split(List<SearchedText> texts) {
    List<SplitText> split = new ArrayList<>(texts.size());
    for (SearchedText text : texts) {
      split.add(text.split());
    }
    return split;
  }

  /** What is found in each sentence of some texts, with its probability. */
  private List<List<ScoredSpan>> find(List<SearchedText> texts) {
    List<List<Token>> sentences = new ArrayList<>();
    List<TextSpans> ofTexts = new ArrayList<>();
    for (SearchedText text : texts) {
      sentences.addAll(text.split().sentences());
      ofTexts.addAll(Collections.nCopies(text.split().sentences().size(), text.spans()));
    }
    return find(sentences, ofTexts, true);
  }

  /** The tags in BIO of the tokens of each sentence. */
  public List<List<String>> tagTokens(List<List<String>> sentences) {
    List<List<String>> tags = new ArrayList<>(sentences.size());
    for (int from = 0; from < sentences.size(); from += SENTENCES_AT_ONCE) {
      int to = Math.min(from + SENTENCES_AT_ONCE, sentences.size());
      List<List<Token>> tokens = new ArrayList<>(to - from);
      for (List<String> sentence : sentences.subList(from, to)) {
        tokens.add(Token.of(sentence));
      }
      tags.addAll(bioTags.write(tokens, find(tokens, TextSpans.NONE, false)));
    }
    return tags;
  }

  /** The spans in the tokens of one sentence. */
  public List<ScoredSpan> findSpans(List<String> tokens) {
    return find(Collections.singletonList(Token.of(tokens)), TextSpans.NONE, true).get(0);
  }

  /** The tokens of a text with their tags in BIO, by sentence. */
  public List<List<TaggedToken>> tagSentences(String text) {
    SearchedText searched = search(text);
    List<List<Token>> sentences = searched.split().sentences();
    List<List<String>> tags = bioTags.write(sentences, find(sentences, searched.spans(), false));
    List<List<TaggedToken>> tagged = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      tagged.add(SentenceBuilder.tagged(sentences.get(i), tags.get(i)));
    }
    return tagged;
  }

  /** What the model makes of the tokens of a text, by sentence. */
  public List<List<ExplainedToken>> explain(String text) {
    List<List<Token>> sentences = search(text).split().sentences();
    List<SentenceView> views = SentenceView.ofAll(sentences);
    List<List<ExplainedToken>> explained = unfilled(sentences.size());
    try (Emissions emissions = scorer.score(encoder.encode(views))) {
      while (emissions.next()) {
        int i = emissions.sentence();
        float[] marginals = decoder.marginals(emissions.scores(), emissions.time());
        explained.set(i, explainer.explain(sentences.get(i), views.get(i), marginals));
      }
    }
    return explained;
  }

  /**
   * What the model and the recognizers find in each sentence.
   *
   * @param ofTexts per sentence what was found in its raw text
   * @param scored whether the model's spans need their probabilities; tags do not, and are written
   *     7 % faster without where a model reports its best path
   */
  private List<List<ScoredSpan>> find(
      List<List<Token>> sentences, List<TextSpans> ofTexts, boolean scored) {
    List<List<ScoredSpan>> found = new ArrayList<>(sentences.size());
    for (int from = 0; from < sentences.size(); from += SENTENCES_AT_ONCE) {
      int to = Math.min(from + SENTENCES_AT_ONCE, sentences.size());
      findTogether(sentences.subList(from, to), ofTexts.subList(from, to), scored, found);
    }
    return found;
  }

  /** What is found in the sentences of one text. */
  private List<List<ScoredSpan>> find(
      List<List<Token>> sentences, TextSpans ofText, boolean scored) {
    return find(sentences, Collections.nCopies(sentences.size(), ofText), scored);
  }

  /** Adds what is found in sentences that share their batches. */
  private void findTogether(
      List<List<Token>> sentences,
      List<TextSpans> ofTexts,
      boolean scored,
      List<List<ScoredSpan>> found) {
    List<SentenceView> views = SentenceView.ofAll(sentences);
    EncodedTokens tokens = encoder.encode(views);
    List<List<ScoredSpan>> ofModel = unfilled(sentences.size());
    try (Emissions emissions = scorer.score(tokens)) {
      while (emissions.next()) {
        int i = emissions.sentence();
        List<ScoredSpan> names = new ArrayList<>();
        for (ScoredSpan shown : decode(emissions, scored)) {
          if (tokens.areWords(i, shown.span())) {
            names.add(shown);
            continue;
          }
          @Nullable Span span = views.get(i).restore(shown.span());
          if (span != null) {
            nameFilter.add(
                sentences.get(i),
                new ScoredSpan(span, shown.probability(), ScoredSpan.MODEL),
                names);
          }
        }
        ofModel.set(i, names);
      }
    }
    for (int i = 0; i < sentences.size(); i++) {
      found.add(merger.merge(sentences.get(i), ofModel.get(i), ofTexts.get(i)));
    }
  }

  private List<ScoredSpan> decode(Emissions emissions, boolean scored) {
    if (scored) {
      return calibration.apply(decoder.decode(emissions.scores(), emissions.time()));
    }
    if (minProbability > 0) {
      return decoder.decode(emissions.scores(), emissions.time());
    }
    List<ScoredSpan> spans = new ArrayList<>();
    for (Span span : decoder.decodeSpans(emissions.scores(), emissions.time())) {
      spans.add(new ScoredSpan(span, Double.NaN, ScoredSpan.MODEL));
    }
    return spans;
  }

  private static <T> List<T> unfilled(int size) {
    return new ArrayList<>(Collections.nCopies(size, null));
  }

  @Override
  public void close() {
    session.close();
  }
}
