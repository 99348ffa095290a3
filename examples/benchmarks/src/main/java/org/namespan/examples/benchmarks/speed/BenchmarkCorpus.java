package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.text.Detokenizer;

/**
 * A corpus as the benchmarks take it: as sentences, and as calls of many sentences, both as ready
 * tokens and as raw text. Raw text is what a writer would have typed, by {@link Detokenizer}; with
 * a space between all tokens the tokenizer would find its work done. Immutable.
 */
final class BenchmarkCorpus {

  /** Sentences of one document; fewer in the last one. */
  static final int SENTENCES_PER_DOCUMENT = 8;

  /** Sentences of one call; fewer in the last one. The SDK sorts as many by length at once. */
  static final int SENTENCES_PER_CALL = 2048;

  /**
   * What one call of a batched benchmark tags.
   *
   * @param sentences the tokens of each
   * @param documents the same sentences as raw text, several to a document
   * @param tokens tokens in all of them, as the corpus counts them
   */
  record Call(List<List<String>> sentences, List<String> documents, int tokens) {}

  private final List<List<String>> sentences;
  private final List<String> texts;
  private final List<Call> calls = new ArrayList<>();

  BenchmarkCorpus(List<List<String>> sentences) {
    this.sentences = sentences;
    Detokenizer detokenizer = new Detokenizer();
    this.texts = sentences.stream().map(tokens -> detokenizer.join(tokens).text()).toList();
    for (int from = 0; from < sentences.size(); from += SENTENCES_PER_CALL) {
      int to = Math.min(from + SENTENCES_PER_CALL, sentences.size());
      List<List<String>> part = sentences.subList(from, to);
      calls.add(
          new Call(
              part, documents(texts.subList(from, to)), part.stream().mapToInt(List::size).sum()));
    }
  }

  /**
   * Reads any annotated file that {@code namespan train} reads.
   *
   * @throws IOException if it cannot be read or a line does not fit
   */
  static BenchmarkCorpus read(Path file) throws IOException {
    Corpus corpus = CorpusFormats.read(file);
    return new BenchmarkCorpus(corpus.tokens());
  }

  private static List<String> documents(List<String> texts) {
    List<String> documents = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += SENTENCES_PER_DOCUMENT) {
      int to = Math.min(from + SENTENCES_PER_DOCUMENT, texts.size());
      documents.add(String.join(" ", texts.subList(from, to)));
    }
    return documents;
  }

  /** The tokens of each sentence, in the order of the file. */
  List<List<String>> sentences() {
    return sentences;
  }

  /** Each sentence as raw text. */
  List<String> texts() {
    return texts;
  }

  /** The sentences in calls, in the order of the file. */
  List<Call> calls() {
    return calls;
  }

  /** All documents of all calls. */
  List<String> documents() {
    return calls.stream().flatMap(call -> call.documents().stream()).toList();
  }

  /** Tokens in all sentences. */
  int tokens() {
    return calls.stream().mapToInt(Call::tokens).sum();
  }
}
