package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.corpus.CorpusProblem;

/** Finds what is wrong with how files are written: everything that the reader told. */
public final class FormatCheck implements CorpusCheck {

  @Override
  public List<Finding> run(CheckedCorpora corpora) {
    List<Case> badLines = new ArrayList<>();
    List<Case> columns = new ArrayList<>();
    List<Case> malformed = new ArrayList<>();
    List<Case> unaligned = new ArrayList<>();
    List<Case> schemes = new ArrayList<>();
    for (CheckedFile file : corpora.files()) {
      file.badLines().forEach(problem -> badLines.add(toCase(problem)));
      file.otherColumns().forEach(problem -> columns.add(toCase(problem)));
      file.malformedSpans().forEach(problem -> malformed.add(toCase(problem)));
      file.unalignedTexts().forEach(problem -> unaligned.add(toCase(problem)));
      file.advice()
          .ifPresent(
              advice ->
                  schemes.add(
                      new Case(
                          "",
                          Map.of(
                              "better", advice.better().toString(),
                              "faults", advice.problems(),
                              "faultsThen", advice.problemsThen()),
                          List.of(new Quote(file.place(0), advice.toString())))));
    }
    return List.of(
        new Finding(FindingKind.BAD_LINES, badLines),
        new Finding(FindingKind.SCHEME, schemes),
        new Finding(FindingKind.MALFORMED_SPANS, malformed),
        new Finding(FindingKind.COLUMNS, columns),
        new Finding(FindingKind.UNALIGNED_TEXTS, unaligned));
  }

  private static Case toCase(CorpusProblem problem) {
    return new Case(
        "",
        Map.of("found", problem.found(), "expected", problem.expected()),
        List.of(
            new Quote(
                new Place(problem.file(), problem.line()),
                problem.found() + "; " + problem.expected())));
  }
}
