package org.namespan.trainer.corpus;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.namespan.model.tag.Span;

/**
 * The sentences of one file. Immutable.
 *
 * @param name name of the file, without its folder
 * @param sentences in the order of the file
 * @param repaired malformed spans that a {@link RepairPolicy} repaired when the file was read; a
 *     part of a corpus keeps the number of the whole file
 * @param unaligned sentences whose text was left out when the file was read, for the tokens are not
 *     those of the text; a part of a corpus keeps the number of the whole file
 */
public record Corpus(String name, List<Sentence> sentences, int repaired, int unaligned) {

  /** Copies the list. */
  public Corpus {
    sentences = List.copyOf(sentences);
  }

  /** A corpus in which no text was left out. */
  public Corpus(String name, List<Sentence> sentences, int repaired) {
    this(name, sentences, repaired, 0);
  }

  /**
   * Several corpora as one, their sentences one after the other; a corpus given twice counts twice.
   * The name is theirs joined by {@code + }, each once; the counts of repairs and of texts left out
   * are summed.
   *
   * @param corpora at least one
   */
  public static Corpus concat(List<Corpus> corpora) {
    if (corpora.isEmpty()) {
      throw new IllegalArgumentException("no corpus: expected at least one");
    }
    return new Corpus(
        corpora.stream().map(Corpus::name).distinct().collect(Collectors.joining(" + ")),
        corpora.stream().flatMap(corpus -> corpus.sentences().stream()).toList(),
        corpora.stream().mapToInt(Corpus::repaired).sum(),
        corpora.stream().mapToInt(Corpus::unaligned).sum());
  }

  /** Tokens in all sentences. */
  public int tokenCount() {
    return sentences.stream().mapToInt(s -> s.tokens().size()).sum();
  }

  /** The tokens of each sentence. */
  public List<List<String>> tokens() {
    return sentences.stream().map(Sentence::tokens).toList();
  }

  /** Entities in all sentences. */
  public int spanCount() {
    return sentences.stream().mapToInt(s -> s.spans().size()).sum();
  }

  /**
   * The entity types that occur, as spans or as open types, in alphabetical order: {@code [art,
   * eve, geo, ...]}.
   */
  public SortedSet<String> types() {
    TreeSet<String> types = new TreeSet<>();
    for (Sentence sentence : sentences) {
      for (Span span : sentence.spans()) {
        types.add(span.type());
      }
      sentence.openTypes().forEach(types::addAll);
    }
    return Collections.unmodifiableSortedSet(types);
  }

  /**
   * Checks that every entity's type is a known one; open types are not looked at.
   *
   * @param known types that may occur
   * @param owner whose types they are, for the message: {@code the model} for example
   * @throws CorpusException naming the first sentence with another type
   */
  public void requireTypes(Set<String> known, String owner) throws CorpusException {
    for (Sentence sentence : sentences) {
      for (Span span : sentence.spans()) {
        if (!known.contains(span.type())) {
          throw new CorpusException(
              Path.of(name),
              sentence.line(),
              "found entity type '" + span.type() + "'",
              "expected one of " + known + ", the types of " + owner,
              "leave such sentences out or rename the type by a type map");
        }
      }
    }
  }

  /**
   * The corpus with more types open at every token that is in no entity: it is not annotated with
   * them.
   */
  public Corpus withOpenTypes(Set<String> types) {
    return types.isEmpty()
        ? this
        : withSentences(sentences.stream().map(each -> each.withOpenTypes(types)).toList());
  }

  /** A corpus of the first sentences of this one, all if it has no more. */
  public Corpus first(int count) {
    return withSentences(sentences.subList(0, Math.min(count, sentences.size())));
  }

  /** A corpus of the same name and counts with other sentences. */
  public Corpus withSentences(List<Sentence> others) {
    return new Corpus(name, others, repaired, unaligned);
  }
}
