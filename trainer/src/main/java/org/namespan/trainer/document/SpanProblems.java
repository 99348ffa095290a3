package org.namespan.trainer.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.AtomicFile;

/**
 * All problems of a conversion. Immutable.
 *
 * @param all in the order of the texts
 */
public record SpanProblems(List<SpanProblem> all) {

  private static final int SHOWN = 3;

  /** Copies the list. */
  public SpanProblems {
    all = List.copyOf(all);
  }

  /** How many there are of each kind, of those that occur. */
  public Map<SpanFault, Integer> counts() {
    Map<SpanFault, Integer> counts = new EnumMap<>(SpanFault.class);
    all.forEach(problem -> counts.merge(problem.fault(), 1, Integer::sum));
    return counts;
  }

  /** The counts in words: {@code 3 nested, 1 across sentences}. */
  public String summary() {
    return counts().entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%,d %s", each.getValue(), each.getKey()))
        .collect(Collectors.joining(", "));
  }

  /**
   * Checks that there is none.
   *
   * @throws CorpusException with the counts, the first places and the policies there are
   */
  public void requireNone() throws CorpusException {
    if (all.isEmpty()) {
      return;
    }
    SpanProblem first = all.get(0);
    throw new CorpusException(
        first.text().file(),
        first.span().line(),
        "found spans that sentences of tokens cannot hold: "
            + summary()
            + ", first "
            + all.stream()
                .limit(SHOWN)
                .map(SpanProblem::toString)
                .collect(Collectors.joining(", ")),
        "expected none",
        "correct them or choose what becomes of them: skip, skip-text, expand or shrink");
  }

  /**
   * Writes a table for a person to read: file, line, start and end in UTF-16, type, fault, and the
   * words of each span. It holds the user's text.
   *
   * @throws IOException if the disk fails
   */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("file\tline\tstart\tend\ttype\tfault\twords");
    for (SpanProblem problem : all) {
      TextSpan span = problem.span();
      lines.add(
          String.join(
              "\t",
              escape(problem.text().file().toString()),
              String.valueOf(span.line()),
              String.valueOf(span.start()),
              String.valueOf(span.end()),
              escape(span.type()),
              problem.fault().toString(),
              escape(problem.text().text().substring(span.start(), span.end()))));
    }
    AtomicFile.write(
        file,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            for (String line : lines) {
              out.append(line).append('\n');
            }
          }
        });
  }

  private static String escape(String cell) {
    return ControlCharacters.escape(cell);
  }
}
