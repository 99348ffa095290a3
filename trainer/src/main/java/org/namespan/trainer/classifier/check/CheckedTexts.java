package org.namespan.trainer.classifier.check;

import java.nio.file.Path;
import java.util.List;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.Place;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.corpus.CorpusProblem;

/**
 * A file that was read past everything that is wrong in it.
 *
 * @param file as the user named it
 * @param corpus the texts that could be read
 * @param badLines lines that could not be used
 */
public record CheckedTexts(
    CorpusPart part, Path file, LabelledCorpus corpus, List<CorpusProblem> badLines) {

  /** Copies the list. */
  public CheckedTexts {
    badLines = List.copyOf(badLines);
  }

  /** Where a text begins. */
  Place place(LabelledText text) {
    return new Place(file, text.line());
  }
}
