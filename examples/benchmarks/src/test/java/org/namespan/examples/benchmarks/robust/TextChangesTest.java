package org.namespan.examples.benchmarks.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TextChangesTest {

  static final List<TextChange> CHANGES = TextChanges.ALL;

  private static final AnnotatedText FIRST = text("Yes, Ana saw \"Bogotá\".", "Ana", "Bogotá");
  private static final AnnotatedText SECOND = text("Otto left,", "Otto");

  private static AnnotatedText text(String text, String... names) {
    return new AnnotatedText(
        text,
        List.of(names).stream()
            .map(
                name -> new TypedRange("x", text.indexOf(name), text.indexOf(name) + name.length()))
            .toList());
  }

  private static AnnotatedText apply(TextChange change) {
    return change.rewriting().apply(change.texts() == 1 ? List.of(FIRST) : List.of(FIRST, SECOND));
  }

  private static TextChange named(String name) {
    return TextChanges.ALL.stream()
        .filter(change -> change.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          U+200E left-to-right mark in front ~ \\u200EYes, Ana saw "Bogotá".
          U+00AD soft hyphen inside names ~ Yes, Ana saw "Bog\\u00ADotá".
          U+2068 and U+2069 isolates ~ Yes, \\u2068Ana\\u2069 saw "\\u2068Bogotá\\u2069".
          decomposed (NFD) ~ Yes, Ana saw "Bogota\\u0301".
          'name' ~ Yes, 'Ana' saw "'Bogotá'".
          <b>name</b> ~ Yes, <b>Ana</b> saw "<b>Bogotá</b>".
          name[1] ~ Yes, Ana[1] saw "Bogotá[1]".
          dashes ~ - Yes, Ana saw "Bogotá".\\n- Otto left,\\n
          numbers ~ 1. Yes, Ana saw "Bogotá".\\n2. Otto left,\\n
          parted by | ~ | Yes, Ana saw "Bogotá". | Otto left, |\\n
          quoted, parted by commas ~ "Yes, Ana saw ""Bogotá"".","Otto left,"\\n
          none after full stops ~ Yes, Ana saw "Bogotá".\\nOtto left,\\n
          none after commas ~ Yes,Ana saw "Bogotá".
          """)
  void writesTexts(String name, String expected) {
    AnnotatedText changed = apply(named(name));
    assertEquals(expected, new Frame("", "", changed.text()).shown());
  }

  /** Whatever a change does, its offsets frame the same names. */
  @ParameterizedTest
  @FieldSource("CHANGES")
  void keepsAccountOfTheNames(TextChange change) {
    AnnotatedText changed = apply(change);
    List<String> names =
        changed.entities().stream()
            .map(range -> changed.text().substring(range.start(), range.end()))
            .map(name -> Normalizer.normalize(name, Normalizer.Form.NFKC))
            .map(name -> name.replaceAll("\\p{Cf}|-\\R", ""))
            .toList();
    List<String> expected =
        change.texts() == 1 ? List.of("Ana", "Bogotá") : List.of("Ana", "Bogotá", "Otto");
    assertEquals(expected, names);
  }

  @Test
  void namesOfChangesAreDistinct() {
    assertEquals(CHANGES.size(), CHANGES.stream().map(TextChange::name).distinct().count());
  }

  @Test
  void linesAreWrappedAtBlanks() {
    AnnotatedText text =
        text("The president of the republic said that Angela Merkel had left.", "Angela Merkel");
    AnnotatedText wrapped = named("wrapped at 40 chars, CRLF").rewriting().apply(List.of(text));
    assertEquals(
        "The president of the republic said that\r\nAngela Merkel had left.", wrapped.text());
    assertEquals(List.of(new TypedRange("x", 41, 54)), wrapped.entities());
  }

  @Test
  void wordsAreHyphenatedAtTheEndOfALine() {
    AnnotatedText text =
        text("The president of the republic went to Washington, then home.", "Washington");
    AnnotatedText wrapped = named("wrapped, words hyphenated").rewriting().apply(List.of(text));
    // Column 40 is in "Washington" with too few letters before it: the word goes on whole.
    assertEquals("The president of the republic went to\nWashington, then home.", wrapped.text());
    text = text("The president of a republic went to Washington, then home.", "Washington");
    wrapped = named("wrapped, words hyphenated").rewriting().apply(List.of(text));
    assertEquals("The president of a republic went to Was-\nhington, then home.", wrapped.text());
    assertEquals(List.of(new TypedRange("x", 36, 48)), wrapped.entities());
  }
}
