package org.namespan.trainer.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.CorpusWriter;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.io.AtomicFile;

/**
 * Gold beside predicted in a column file: token, gold tag and predicted tag in BIO, apart by TAB, a
 * token a line and a blank line after each sentence. {@code conlleval -d '\t'} reads it and counts
 * what {@link EvaluationResult#overall} counts.
 */
public final class PredictionColumns {

  private PredictionColumns() {}

  /**
   * Writes a corpus. A file of that name is replaced once everything is written.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(List<ComparedSentence> corpus, Path file) throws IOException {
    AtomicFile.write(
        file,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            for (ComparedSentence sentence : corpus) {
              append(sentence, out);
            }
          }
        });
  }

  /**
   * Checks that {@link #write} could write the predictions on a corpus.
   *
   * @throws CorpusException if the name stands for another format or a folder, or a token is a mark
   *     of the format
   */
  public static void check(Corpus corpus, Path file) throws CorpusException {
    List<Sentence> tokens =
        corpus.sentences().stream().map(s -> new Sentence(s.tokens(), List.of())).toList();
    CorpusWriter.check(tokens, file);
  }

  static void append(ComparedSentence compared, Appendable out) throws IOException {
    List<String> tokens = compared.sentence().tokens();
    List<Tag> gold = TagScheme.BIO.encode(compared.gold(), tokens.size());
    List<Tag> predicted = TagScheme.BIO.encode(compared.predicted(), tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      out.append(tokens.get(i)).append('\t').append(gold.get(i).toString()).append('\t');
      out.append(ControlCharacters.escape(predicted.get(i).toString())).append('\n');
    }
    out.append('\n');
  }
}
