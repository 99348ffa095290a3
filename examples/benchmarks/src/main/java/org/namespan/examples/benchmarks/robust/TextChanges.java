package org.namespan.examples.benchmarks.robust;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Supplier;

/** The changes that texts of a corpus are put through. */
final class TextChanges {

  /** Every change, in the order of the table. */
  static final List<TextChange> ALL =
      List.of(
          inFront("U+200E left-to-right mark", "\u200E"),
          inFront("U+200F right-to-left mark", "\u200F"),
          inFront("U+FEFF byte order mark", "\uFEFF"),
          insideNames("U+00AD soft hyphen inside names", "\u00AD"),
          insideNames("U+200C zero width non-joiner inside names", "\u200C"),
          insideNames("U+2060 word joiner inside names", "\u2060"),
          TextChange.around("invisible", "U+2068 and U+2069 isolates", "\u2068", "\u2069"),
          TextChange.of("letters", "decomposed (NFD)", (text, i) -> decomposed(text, i)),
          TextChange.of("letters", "full width", (text, i) -> fullWidth(text, i)),
          TextChange.of(
              "letters", "no-break spaces", (text, i) -> replaced(text, i, ' ', "\u00A0")),
          TextChange.around("quotes", "'", "'"),
          TextChange.around("quotes", "\u2018", "\u2019"),
          TextChange.around("quotes", "\"", "\""),
          TextChange.around("quotes", "\u201C", "\u201D"),
          TextChange.around("quotes", "\u00AB", "\u00BB"),
          TextChange.around("brackets", "(", ")"),
          TextChange.around("brackets", "[", "]"),
          TextChange.around("markup", "<b>", "</b>"),
          TextChange.joined("markup", "<p>text</p>", 1, "<p>", "", "</p>"),
          TextChange.around("markup", "**", "**"),
          TextChange.around("markup", "_", "_"),
          TextChange.around("markup", "[", "](https://example.org/a)"),
          TextChange.around("markup", "", "[1]"),
          TextChange.joined("lists", "dashes", 4, "- ", "\n- ", "\n"),
          TextChange.joined("lists", "bullets", 4, "\u2022 ", "\n\u2022 ", "\n"),
          numbered(),
          TextChange.joined("cells", "parted by tabs", 4, "", "\t", "\n"),
          TextChange.joined("cells", "parted by |", 4, "| ", " | ", " |\n"),
          new TextChange("cells", "quoted, parted by commas", 4, TextChanges::quotedCells),
          new TextChange("blanks", "none after full stops", 4, TextChanges::withoutBlanks),
          TextChange.of("blanks", "none after commas", (text, i) -> afterComma(text, i)),
          TextChange.joined("lines", "a text a line", 4, "", "\n", "\n"),
          wrapped("wrapped at 40 chars", () -> new LineWrapping("\n", false)),
          wrapped("wrapped at 40 chars, CRLF", () -> new LineWrapping("\r\n", false)),
          wrapped("wrapped, words hyphenated", () -> new LineWrapping("\n", true)));

  private TextChanges() {}

  private static TextChange inFront(String name, String mark) {
    return TextChange.joined("invisible", name + " in front", 1, mark, "", "");
  }

  /** A mark in the middle of each word of four letters or more. */
  private static TextChange insideNames(String name, String mark) {
    return TextChange.of(
        "invisible",
        name,
        (text, i) -> {
          char c = text.text().charAt(i);
          return Rewriter.Piece.of(
              text.inEntity(i) && isMiddle(text.text(), i) ? mark + c : "" + c);
        });
  }

  private static boolean isMiddle(String text, int offset) {
    int start = offset;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end - start >= 4 && offset == (start + end) / 2;
  }

  private static TextChange numbered() {
    return new TextChange(
        "lists",
        "numbers",
        4,
        texts -> {
          Rewriter rewriter = new Rewriter();
          int number = 1;
          for (AnnotatedText text : texts) {
            rewriter.insert(number + ". ").text(text).insert("\n");
            number++;
          }
          return rewriter.result();
        });
  }

  /** Cells as RFC 4180 has them: in quotes, the quotes of the text doubled. */
  private static AnnotatedText quotedCells(List<AnnotatedText> texts) {
    Rewriter rewriter = new Rewriter();
    for (int i = 0; i < texts.size(); i++) {
      rewriter.insert(i == 0 ? "\"" : ",\"");
      rewriter.text(texts.get(i), (text, at) -> replaced(text, at, '"', "\"\"")).insert("\"");
    }
    return rewriter.insert("\n").result();
  }

  private static TextChange wrapped(String name, Supplier<LineWrapping> wrapping) {
    return new TextChange(
        "lines", name, 1, texts -> new Rewriter().text(texts.get(0), wrapping.get()).result());
  }

  /** Texts that end with a full stop are followed by the next at once, all others by a line end. */
  private static AnnotatedText withoutBlanks(List<AnnotatedText> texts) {
    Rewriter rewriter = new Rewriter();
    for (AnnotatedText text : texts) {
      rewriter.text(text).insert(text.text().matches("(?s).*\\p{L}[.!?]") ? "" : "\n");
    }
    return rewriter.result();
  }

  /** A blank between a comma and a letter is left out, but for those inside a name. */
  private static Rewriter.Piece afterComma(AnnotatedText annotated, int offset) {
    String text = annotated.text();
    boolean left =
        text.charAt(offset) == ' '
            && offset > 1
            && offset + 1 < text.length()
            && text.charAt(offset - 1) == ','
            && Character.isLetter(text.charAt(offset - 2))
            && Character.isLetter(text.charAt(offset + 1))
            && !annotated.inEntity(offset);
    return Rewriter.Piece.of(left ? "" : text.substring(offset, offset + 1));
  }

  private static Rewriter.Piece decomposed(AnnotatedText text, int offset) {
    String c = text.text().substring(offset, offset + 1);
    return Rewriter.Piece.of(Normalizer.normalize(c, Normalizer.Form.NFD));
  }

  private static Rewriter.Piece fullWidth(AnnotatedText text, int offset) {
    char c = text.text().charAt(offset);
    return Rewriter.Piece.of(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
  }

  private static Rewriter.Piece replaced(AnnotatedText text, int offset, char from, String to) {
    char c = text.text().charAt(offset);
    return Rewriter.Piece.of(c == from ? to : "" + c);
  }
}
