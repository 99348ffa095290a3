package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.document.TextFiles.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.namespan.EntityTagger;
import org.namespan.model.session.TaggerSession;

/** The annotated messages in {@code examples/bicycle-workshop} are what their README says. */
class WorkshopMessagesTest {

  private static final Path FOLDER = Path.of("../examples/bicycle-workshop");

  /** {@code | `part` | 775 | 342 | ...}: spans of a type, and how many different ones. */
  private static final Pattern ROW =
      Pattern.compile("\\| `(?<type>\\w+)` \\| (?<spans>\\d+) \\| (?<different>\\d+) \\|.*");

  private final TextCorpus corpus;

  WorkshopMessagesTest() throws IOException {
    corpus = read("doccano", FOLDER.resolve("messages.jsonl"));
  }

  @Test
  void holdWhatTheReadmeCounts() throws IOException {
    Map<String, Integer> spans = new TreeMap<>();
    Map<String, Set<String>> different = new HashMap<>();
    for (AnnotatedText text : corpus.texts()) {
      for (TextSpan span : text.spans()) {
        spans.merge(span.type(), 1, Integer::sum);
        different
            .computeIfAbsent(span.type(), type -> new HashSet<>())
            .add(text.text().substring(span.start(), span.end()).toLowerCase(Locale.ROOT));
      }
    }
    List<String> readme = Files.readAllLines(FOLDER.resolve("README.md"));
    Map<String, String> counted = new TreeMap<>();
    spans.forEach((type, count) -> counted.put(type, count + " " + different.get(type).size()));
    Map<String, String> told = new TreeMap<>();
    readme.stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> told.put(row.group(1), row.group(2) + " " + row.group(3)));
    assertEquals(counted, told);
    String start = corpus.texts().size() + " texts, ";
    assertTrue(readme.stream().anyMatch(line -> line.startsWith(start)), start);
  }

  @Test
  void haveSpansOfWholeWords() {
    assertEquals(List.of(), corpus.broken());
    Set<String> texts = new HashSet<>();
    for (AnnotatedText text : corpus.texts()) {
      assertTrue(texts.add(text.text()), text.toString());
      int end = 0;
      for (TextSpan span : text.spans()) {
        assertTrue(span.start() >= end, text.toString());
        end = span.end();
        String words = text.text().substring(span.start(), end);
        assertEquals(words.strip(), words);
        assertFalse(words.isEmpty() || words.contains("\n"), text.toString());
        assertTrue(isEdge(text.text(), span.start()) && isEdge(text.text(), end), words);
      }
    }
  }

  private static boolean isEdge(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  @Test
  void meetTheTokensOfTheBundledModel() throws IOException {
    try (InputStream stream =
            EntityTagger.class.getResourceAsStream("/org/namespan/model/en/namespan-en.onnx");
        TaggerSession session = TaggerSession.open(stream)) {
      AlignedTexts aligned =
          new SpanAligner(session.splitter(), SpanPolicy.FAIL).align(corpus.texts());
      assertEquals("", aligned.problems().summary());
      assertEquals(
          corpus.texts().stream().mapToInt(text -> text.spans().size()).sum(),
          aligned.sentences().stream().mapToInt(sentence -> sentence.spans().size()).sum());
    }
  }
}
