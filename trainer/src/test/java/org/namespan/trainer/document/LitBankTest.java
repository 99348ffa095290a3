package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.document.TextFiles.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namespan.model.text.TextModels;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.SharedData;

/** Three documents of LitBank, whose nested mentions are all named. */
@Tag("slow")
class LitBankTest {

  @Test
  void namesEveryNestedSpan() throws IOException {
    Path folder = SharedData.require("litbank");
    TextCorpus corpus = read("brat", folder);
    assertEquals(List.of(), corpus.broken());
    assertEquals(3, corpus.texts().size());
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".ann"))::iterator) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    assertEquals(lines.size(), corpus.texts().stream().mapToInt(text -> text.spans().size()).sum());
    // Its tokens are apart by blanks, so whatever a span shares with a longer one is whole tokens.
    AlignedTexts aligned =
        new SpanAligner(TextSplitter.of(TextModels.whitespace()), SpanPolicy.SKIP)
            .align(corpus.texts());
    int overlapping = 0;
    for (AnnotatedText text : corpus.texts()) {
      overlapping += withinOthers(text);
    }
    Map<SpanFault, Integer> counts = aligned.problems().counts();
    assertEquals(new TreeSet<>(List.of(SpanFault.NESTED)), new TreeSet<>(counts.keySet()));
    assertEquals(overlapping, counts.get(SpanFault.NESTED));
    String named =
        aligned.problems().all().stream().map(SpanProblem::toString).collect(Collectors.joining());
    assertEquals(
        overlapping, named.split("\\.ann:\\d+: [A-Z]+ \\[\\d+, \\d+\\) nested", -1).length - 1);
  }

  /** Spans with another around them, by comparing each pair. */
  private static int withinOthers(AnnotatedText text) {
    int count = 0;
    for (TextSpan span : text.spans()) {
      boolean within =
          text.spans().stream()
              .anyMatch(
                  other ->
                      other != span
                          && other.start() <= span.start()
                          && span.end() <= other.end()
                          && other.end() - other.start() > span.end() - span.start());
      count += within ? 1 : 0;
    }
    return count;
  }
}
