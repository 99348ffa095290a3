package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.document.TextFiles.bare;
import static org.namespan.trainer.document.TextFiles.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a text holds, each pair of formats keeps it and its spans. */
class TextRoundTripTest {

  /** Pieces of texts, troublesome ones among them. */
  private static final String[] PIECES = {
    "Ann",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\"",
    "\\n",
    "\\",
    "😀",
    "é",
    "e\u0301",
    "\u2028",
    "\u0085",
    "<b>",
    "[1,2]",
    ";",
    "T1\tPER 0 3\tx",
    "\u00A0",
    "\u200B",
    "Ѐ",
    "\uFFFD",
    "\u001b",
    "\uE000",
    "中"
  };

  @Provide
  Arbitrary<List<AnnotatedText>> corpora() {
    Arbitrary<String> words =
        Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(each -> String.join("", each));
    Arbitrary<List<Integer>> places = Arbitraries.integers().between(0, 40).list().ofSize(8);
    return Combinators.combine(words, places).as(TextRoundTripTest::annotated).list().ofSize(50);
  }

  /** A thousand texts, fifty to a file. */
  @Property(seed = "25", tries = 20)
  void everyPairOfFormats(@ForAll("corpora") List<AnnotatedText> texts, @ForAll OffsetUnit unit)
      throws IOException {
    Path folder = Files.createTempDirectory("namespan-formats");
    try {
      int files = 0;
      for (String first : TextFormats.names()) {
        List<AnnotatedText> once = through(first, texts, unit, folder.resolve("" + files++));
        assertEquals(bare(texts), bare(once), first);
        for (String second : TextFormats.names()) {
          List<AnnotatedText> twice = through(second, once, unit, folder.resolve("" + files++));
          assertEquals(bare(texts), bare(twice), first + " " + second);
        }
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : (Iterable<Path>) all.sorted((a, b) -> b.compareTo(a))::iterator) {
          Files.delete(each);
        }
      }
    }
  }

  private static List<AnnotatedText> through(
      String name, List<AnnotatedText> texts, OffsetUnit unit, Path file) throws IOException {
    TextFormat format = format(name);
    format.write(texts, file, unit);
    TextCorpus read = format.read(file, Optional.of(unit));
    assertEquals(List.of(), read.broken());
    return read.texts();
  }

  /** Spans that begin and end with something else than a line break, which brat would not keep. */
  private static AnnotatedText annotated(String text, List<Integer> places) {
    List<TextSpan> spans = new ArrayList<>();
    for (int i = 0; i < places.size(); i += 2) {
      int start = places.get(i);
      int end = start + 1 + places.get(i + 1) / 4;
      if (end <= text.length()
          && isBoundary(text, start)
          && isBoundary(text, end)
          && "\r\n".indexOf(text.charAt(start)) < 0
          && "\r\n".indexOf(text.charAt(end - 1)) < 0) {
        spans.add(TextSpan.of(i % 4 == 0 ? "per" : "creative-work", start, end, 1));
      }
    }
    return TextFiles.text(text, spans.toArray(TextSpan[]::new));
  }

  private static boolean isBoundary(String text, int at) {
    return at == text.length() || !Character.isLowSurrogate(text.charAt(at));
  }
}
