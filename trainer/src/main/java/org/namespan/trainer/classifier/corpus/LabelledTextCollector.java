package org.namespan.trainer.classifier.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.CorpusProblem;

/** Collects the texts of a file, and refuses labels that cannot be used. For one file. */
final class LabelledTextCollector {

  private final Path file;
  private final LabelledTextOptions options;
  private final CorpusErrorHandler errors;
  private final List<LabelledText> texts = new ArrayList<>();

  LabelledTextCollector(Path file, LabelledTextOptions options, CorpusErrorHandler errors) {
    this.file = file;
    this.options = options;
    this.errors = errors;
  }

  LabelledTextOptions options() {
    return options;
  }

  /** Adds a text. */
  void add(String text, List<String> labels, int line) throws CorpusException {
    LinkedHashSet<String> classes = new LinkedHashSet<>();
    for (String label : labels) {
      classes.add(label.strip());
    }
    if (classes.contains("") || classes.stream().anyMatch(name -> name.indexOf('\n') >= 0)) {
      reject(
          line,
          "found a label that is empty or of several lines",
          "expected the name of a class",
          "fill in the label");
      return;
    }
    if (!options.severalClasses() && classes.size() != 1) {
      reject(
          line,
          "found " + classes.size() + " labels",
          "expected one",
          "choose the right column, or let texts have several classes");
      return;
    }
    texts.add(new LabelledText(text, List.copyOf(classes), line));
  }

  /** Tells of a line that cannot be used. */
  void reject(int line, String found, String expected, String remedy) throws CorpusException {
    errors.badLine(new CorpusProblem(file, line, found, expected, remedy));
  }

  /**
   * What was collected.
   *
   * @throws CorpusException if there is nothing
   */
  LabelledCorpus corpus() throws CorpusException {
    if (texts.isEmpty()) {
      reject(0, "found no text", "expected a text with a label in each line", "check the format");
    }
    return new LabelledCorpus(file.toString(), texts);
  }
}
