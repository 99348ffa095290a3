package org.namespan.trainer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.TextFile;

/**
 * Standoff files of brat: a {@code .txt} file and beside it an {@code .ann} file with a line {@code
 * T1 TAB PER 0 4;10 14 TAB words} for each span, whose fragments are apart by semicolons.
 * Relations, events, attributes, notes and normalisations are passed over. A folder is read whole,
 * in the order of its names.
 *
 * <p>Brat has no span over a line end: it is written as one fragment for each line, and fragments
 * with nothing but white space and a line break between them are read as one.
 */
final class BratFormat implements TextFormat {

  private static final String TEXT = ".txt";
  private static final String ANNOTATIONS = ".ann";
  private static final Pattern SPAN =
      Pattern.compile(
          "T[^\\t]*\\t(?<type>[^\\t ]+) (?<offsets>\\d{1,9} \\d{1,9}(?:;\\d{1,9} \\d{1,9})*+)"
              + "\\t(?<words>.*)",
          Pattern.DOTALL);
  private static final Pattern SEPARATOR = Pattern.compile("[ ;]");
  private static final String PASSED_OVER = "REAMN#*";

  @Override
  public String name() {
    return "BRAT";
  }

  @Override
  public OffsetUnit offsets() {
    return OffsetUnit.CODE_POINTS;
  }

  @Override
  public boolean isFolder() {
    return true;
  }

  @Override
  public boolean holdsDiscontinuous() {
    return true;
  }

  @Override
  public TextCorpus read(Path file, Optional<OffsetUnit> offsets) throws IOException {
    TextCollector collector = new TextCollector(file);
    for (Path stem : Files.isDirectory(file) ? stems(file) : List.of(stem(file))) {
      collector.add(() -> Optional.of(readPair(stem)));
    }
    TextCorpus read = collector.corpus(offsets, offsets());
    return new TextCorpus(
        read.texts().stream().map(BratFormat::joined).toList(), read.leftOut(), read.broken());
  }

  private static List<Path> stems(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.toString().endsWith(TEXT) || each.toString().endsWith(ANNOTATIONS))
          .map(BratFormat::stem)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** A file's name without its ending. */
  private static Path stem(Path file) {
    String name = file.getFileName().toString();
    String end = name.toLowerCase(Locale.ROOT);
    int length = name.length();
    if (end.endsWith(TEXT) || end.endsWith(ANNOTATIONS)) {
      length -= TEXT.length();
    }
    return file.resolveSibling(name.substring(0, length));
  }

  private static Path with(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }

  private static WrittenText readPair(Path stem) throws IOException {
    Path annotations = with(stem, ANNOTATIONS);
    String words = TextFile.read(with(stem, TEXT), CorpusException::new).decodeUtf8();
    WrittenText.Builder text = new WrittenText.Builder(words, annotations, 0);
    TextFile.read(annotations, CorpusException::new)
        .forEachLine(
            (line, number) -> {
              Matcher span = SPAN.matcher(line);
              if (span.matches()) {
                int[] offsets =
                    SEPARATOR
                        .splitAsStream(span.group("offsets"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                text.add(span.group("type"), offsets, number, Optional.of(span.group("words")));
              } else if (!line.isBlank() && PASSED_OVER.indexOf(line.charAt(0)) < 0) {
                throw new CorpusException(
                    annotations,
                    number,
                    "found a line that is no annotation",
                    "expected 'T1 TAB TYPE START END TAB WORDS', or one that begins with one of "
                        + PASSED_OVER,
                    "correct the line");
              }
            });
    return text.build();
  }

  /** The same with fragments joined that only a line end parts. */
  private static AnnotatedText joined(AnnotatedText text) {
    List<TextSpan> spans = new ArrayList<>();
    for (TextSpan span : text.spans()) {
      List<TextSpan.Fragment> fragments = new ArrayList<>();
      for (TextSpan.Fragment next : span.fragments()) {
        int last = fragments.size() - 1;
        if (last >= 0
            && isLineEnd(text.text().substring(fragments.get(last).end(), next.start()))) {
          fragments.set(last, new TextSpan.Fragment(fragments.get(last).start(), next.end()));
        } else {
          fragments.add(next);
        }
      }
      spans.add(new TextSpan(span.type(), fragments, span.line()));
    }
    return text.withSpans(spans);
  }

  private static boolean isLineEnd(String gap) {
    return gap.isBlank() && gap.chars().anyMatch(BratFormat::isLineBreak);
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public void write(List<AnnotatedText> texts, Path target, OffsetUnit offsets) throws IOException {
    int digits = String.valueOf(texts.size()).length();
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String stem = String.format(Locale.ROOT, "%0" + digits + "d", i + 1);
      AnnotatedText text = texts.get(i);
      files.put(stem + TEXT, text.text());
      files.put(stem + ANNOTATIONS, annotations(text, OffsetMap.of(text.text(), offsets), target));
    }
    NewFolder.write(target, files);
  }

  private static String annotations(AnnotatedText text, OffsetMap map, Path target)
      throws CorpusException {
    if (text.text().startsWith("\uFEFF")) {
      throw refused(target, "found a text that begins with a byte-order mark");
    }
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (TextSpan span : text.spans()) {
      if (span.type().codePoints().anyMatch(c -> c == ';' || Character.isWhitespace(c))) {
        throw refused(target, "found an entity type with a blank or a semicolon");
      }
      StringBuilder offsets = new StringBuilder();
      StringBuilder words = new StringBuilder();
      for (TextSpan.Fragment fragment : lines(text.text(), span)) {
        offsets
            .append(offsets.length() == 0 ? "" : ";")
            .append(map.fromUtf16(fragment.start()))
            .append(' ')
            .append(map.fromUtf16(fragment.end()));
        words
            .append(words.length() == 0 ? "" : " ")
            .append(text.text(), fragment.start(), fragment.end());
      }
      if (words.length() == 0) {
        throw refused(target, "found a span without words");
      }
      lines
          .append('T')
          .append(++number)
          .append('\t')
          .append(span.type())
          .append(' ')
          .append(offsets)
          .append('\t')
          .append(words)
          .append('\n');
    }
    return lines.toString();
  }

  private static CorpusException refused(Path target, String found) {
    return new CorpusException(
        target, 0, found, "expected none, for brat cannot hold it", "choose another format");
  }

  /** The parts of a span in lines. */
  private static List<TextSpan.Fragment> lines(String text, TextSpan span) {
    List<TextSpan.Fragment> parts = new ArrayList<>();
    for (TextSpan.Fragment fragment : span.fragments()) {
      int start = fragment.start();
      for (int at = start; at <= fragment.end(); at++) {
        if (at == fragment.end() || isLineBreak(text.charAt(at))) {
          if (at > start) {
            parts.add(new TextSpan.Fragment(start, at));
          }
          start = at + 1;
        }
      }
    }
    return parts;
  }
}
