package org.namespan.examples.spark.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.distillation.TeacherEnsemble;

/** The labelled sentences of texts, some at a time. Not thread-safe; does not own its teachers. */
final class LabelledTexts implements Iterator<String> {

  /** So many share their batches. */
  private static final int SENTENCES_AT_ONCE = 2048;

  private final Iterator<String> texts;
  private final TeacherEnsemble teachers;
  private final Labelling labelling;
  private List<List<String>> waiting = new ArrayList<>();

  LabelledTexts(Iterator<String> texts, TeacherEnsemble teachers, Labelling labelling) {
    this.texts = texts;
    this.teachers = teachers;
    this.labelling = labelling;
  }

  @Override
  public boolean hasNext() {
    while (waiting.size() < SENTENCES_AT_ONCE && texts.hasNext()) {
      for (List<Token> sentence : teachers.splitter().split(texts.next())) {
        if (sentence.size() <= labelling.maxLength()) {
          waiting.add(sentence.stream().map(Token::text).toList());
        }
      }
    }
    return !waiting.isEmpty();
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StringBuilder lines = new StringBuilder();
    try {
      for (SoftSentence sentence : teachers.label(waiting)) {
        SoftCorpus.write(sentence, teachers.labels(), lines);
        labelling.sentences().add(1);
        labelling.tokens().add(sentence.tokens().size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    waiting = new ArrayList<>();
    // Spark ends each string with the line feed that makes the last line a blank one.
    lines.setLength(lines.length() - 1);
    return lines.toString();
  }
}
